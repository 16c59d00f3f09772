export { SKILL_MIX_PARAMETERS } from './parameters';
