export * from './lines';
export { comparePayToDate, compareMonth } from './compare-month';
export { summedVariance } from './pay-variance';
export type { ComparedYear } from './substantive-variance';
export { VARIANCE_PARTS, type Variance, type VariancePart, type WholePartsByName } from './variance';
export { coarserParts, wholeParts } from './whole-parts';
