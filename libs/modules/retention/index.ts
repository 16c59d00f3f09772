export { compileExits, compileReturners } from './compile';
export { RETENTION_PARAMETERS } from './parameters';
export { leaverReport, type LeaverReport } from './report';
