export * from './model';
export * from './goal-seek';
