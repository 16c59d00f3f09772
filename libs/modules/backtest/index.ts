export type { Accuracy, MethodAccuracy, MethodName, Outcome } from './accuracy';
export type * from './backtest-report';
export type * from './published-history';
export type { ProjectionReach } from './calibrated-input';
export type { BacktestQuestion } from './backtest-question';
export { runBacktest } from './run-backtest';
