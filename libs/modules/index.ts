export * from './registry';
export * from './cascade';
