export { type ModelOfUniforms, type SobolIndices, sobolIndices, type SobolOptions } from './sobol';
