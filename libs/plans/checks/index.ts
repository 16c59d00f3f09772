export type { CheckMaterial, CheckRule, Finding, Threshold } from './check-rule';
export { CHECK_RULES, isBlocking, runChecks, type CheckedFinding } from './run-checks';
export { securedLines, type SecuredLines } from './secured-lines';
export { triangulate, type Triangulation, type TriangulationLine } from './triangulation';
export { describeNetting, type NettedGroup, type NettedList } from './netting';
