export * from '../projection';
export { analyse, type Analysis } from './analyse';
export { AnalysisUnknownError } from './analysis-unknown.error';
export { rangesOfSum } from '../uncertainty';
