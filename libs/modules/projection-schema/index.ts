export { validateProjectionInput } from './validate-projection-input';
export { validateProjectionOutput } from './validate-projection-output';
