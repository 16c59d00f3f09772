export { loadLinearSolver } from './highs-solver';
export { generatedReleases } from './proof/generated-hierarchy';
export { proveReleases } from './proof/disclosure-proof';
