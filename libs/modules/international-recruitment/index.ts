export { compileInternational } from './compile';
export { INTERNATIONAL_RECRUITMENT_PARAMETERS } from './parameters';
