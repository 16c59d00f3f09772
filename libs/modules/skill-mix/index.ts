export { compileMoves, CONVERSION_ROUTES } from './compile';
export { NEW_ROLES } from './new-roles';
export { SKILL_MIX_PARAMETERS } from './parameters';
export { programmeSchedules, type ProgrammeSchedule } from './programme-schedule';
export {
  allowSubstitutions,
  floorPools,
  substitutionsOf,
  type AllowedSubstitution,
  type Substitution,
} from './substitutions';
