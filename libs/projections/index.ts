export type * from './freshness';
export type * from './overview';
