export { compileCompletions } from './compile';
export { APPRENTICESHIP_LEVY_PARAMETERS } from './parameters';
