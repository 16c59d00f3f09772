import { dampedTrend } from './damped-trend';
import { twelveMonthDrift } from './drift';
import { simpleExponentialSmoothing } from './exponential-smoothing';
import type { NaiveMethod } from './naive-method';
import { noChange } from './no-change';
import { theta } from './theta';

/** The simple methods that stand beside the calibrated engine, in the order of the tables. */
export const NAIVE_METHODS = {
  'no-change': noChange,
  drift: twelveMonthDrift,
  'exponential-smoothing': simpleExponentialSmoothing,
  'damped-trend': dampedTrend,
  theta,
} as const satisfies Readonly<Record<string, NaiveMethod>>;

export type NaiveMethodName = keyof typeof NAIVE_METHODS;
export const NAIVE_METHOD_NAMES = Object.keys(NAIVE_METHODS) as readonly NaiveMethodName[];

/** The calibrated engine and the methods beside it. */
export type MethodName = 'calibrated-engine' | NaiveMethodName;
export const METHOD_NAMES: readonly MethodName[] = ['calibrated-engine', ...NAIVE_METHOD_NAMES];
