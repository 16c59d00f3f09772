export * from './parameter-definition';
export { MODULE_NAMES, PARAMETERS, parameterByKey } from './registry';
export { validateEntry, validateScope, validateValue } from './validate-value';
export { isPercentage, PARAMETER_UNIT_WORDS } from './parameter-units';
export { readTextFor, readValueText, type ReadText } from './read-value-text';
export { shiftDecimals } from './shift-decimals';
export { uncertaintyOf } from './parameter-uncertainty';
export { parameterDictionary } from './parameter-dictionary';
export type { EnteredValue, EntryScope, ValueFinding } from './validate-value';
