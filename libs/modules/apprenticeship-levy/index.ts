export { levyAccount, type AccountMonth, type LevyAccount } from './account';
export { levyOn } from './credits';
export { costPerStart, furtherStarts, type FurtherIntakes } from './headroom';
export { apprenticeshipLevyReport } from './report';
export { compileCompletions } from './compile';
export { APPRENTICESHIP_LEVY_PARAMETERS } from './parameters';
