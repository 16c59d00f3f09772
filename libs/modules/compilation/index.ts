export { ALL_STAFF, AssumptionReader, MissingAssumptionError, monthlyFactor } from './assumption-reader';
export type { Compiled, CompileContext, JoinerPlan, StartGroup } from './compile-context';
export { lineOf, type DeriveLines, type GroupLines, type SimulatedGroup } from './group-lines';
export { MonthlyProfiles } from './monthly-profiles';
export { EVEN_SEASON, nationalSeason, NEWLY_QUALIFIED_SEASON, SICKNESS_SEASON, type Season } from './season';
export { startGroups } from './start-state';
export { monthNumber, monthText, timelineOf, yearsOf, type Timeline } from './timeline';
