export { RETENTION_PARAMETERS } from './parameters';
