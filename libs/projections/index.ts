export type * from './read/freshness';
export type * from './read/overview';
