export type { GroupOfTree, GroupHeadlines, Headlines } from './headline-figures';
export { resolvedValueOf } from './resolved-value';
export type { EditedCell, EditedParameter, UnplacedRow, WhatIfBase } from './input-with-edits';
export { WhatIfProjection } from './what-if-projection';
export { retentionEntry, type RetentionEntry, type RetentionQuestion } from './retention-entry';
