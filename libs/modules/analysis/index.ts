export * from '../projection';
export { analyse, type Analysis, type AskedFigure } from './analyse';
export { AnalysisUnknownError } from './analysis-unknown.error';
