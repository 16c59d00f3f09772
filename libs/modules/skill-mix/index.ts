export { compileMoves, CONVERSION_ROUTES } from './compile';
export { SKILL_MIX_PARAMETERS } from './parameters';
