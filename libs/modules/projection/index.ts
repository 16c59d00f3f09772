export * from './projection-input';
export * from './projection-output';
export { checkProjectionInput } from './check-projection-input';
export { compileProjection, type CompiledProjection } from './compile-projection';
export { defaultAssumptions } from './default-assumptions';
export { project, type ProgressListener } from './project';
export { ProjectionInputError, type InputProblem } from './projection-input-error';
export type { MeasureDefinition } from './measure-definition';
export { MEASURES } from './measures';
