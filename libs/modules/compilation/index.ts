export { ALL_STAFF, AssumptionReader, MissingAssumptionError, monthlyFactor } from './assumption-reader';
export type { Compiled, CompileContext, JoinerPlan, RateContext, StartGroup } from './compile-context';
export { lineOf, type DeriveLines, type GroupLines, type SimulatedGroup } from './group-lines';
export { monthMeans } from './month-means';
export { MonthlyProfiles } from './monthly-profiles';
export { EVEN_SEASON, nationalSeason, NEWLY_QUALIFIED_SEASON, type Season } from './season';
export { rateContextOf } from './rate-context';
export { startGroups } from './start-state';
export { monthNumber, monthText, timelineOf, yearsOf, type Timeline } from './timeline';
