export { DrawKernel } from './draw-kernel';
