export type * from './module-report';
export { MODULE_REPORTS } from './module-reports';
