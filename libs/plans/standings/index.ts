export * from './plan-standing';
export { readPlanStandings, type RoundStandings } from './read-plan-standings';
