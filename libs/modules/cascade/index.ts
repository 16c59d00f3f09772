export type * from './cascade-question';
export { resolveCascade } from './resolve-cascade';
export { StaffGroupLineage } from './staff-group-lineage';
