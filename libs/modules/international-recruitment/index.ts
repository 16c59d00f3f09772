export { INTERNATIONAL_RECRUITMENT_PARAMETERS } from './parameters';
