export type * from './module-report';
export { MODULE_REPORTS } from './module-reports';
export { sumOverSpan, yearSpans, type YearSpan } from './year-spans';
export { moduleFeeds } from './module-feeds';
