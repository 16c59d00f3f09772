export * from './model';
export * from './goal-seek';
export * from './plan';
