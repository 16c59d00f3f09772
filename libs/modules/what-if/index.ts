export { headlineFigures, type GroupOfTree, type GroupHeadlines, type Headlines } from './headline-figures';
export { resolvedValueOf } from './resolved-value';
export {
  inputWithEdits,
  type EditedCell,
  type EditedParameter,
  type UnplacedRow,
  type WhatIfBase,
} from './input-with-edits';
