import type { MethodName } from './methods';
import type { Cell } from './published-history';

/** What was projected for a cell some months ahead, and what came. */
export interface Outcome {
  readonly cell: Cell;
  readonly horizon: number;
  /** FTE in the month of calibration. */
  readonly opening: number;
  readonly actual: number;
  readonly forecasts: Readonly<Record<MethodName, number>>;
  /** Ends of the engine's 80 % band. */
  readonly low: number;
  readonly high: number;
}

export interface MethodAccuracy {
  /** Sum of absolute errors over the sum of actual FTE. */
  readonly wape: number;
  /** Mean of absolute error over actual FTE, cell by cell. */
  readonly mape: number;
  /** Sum of forecast less actual over the sum of actual FTE. */
  readonly bias: number;
}

/** How good the methods were on the same cells. */
export interface Accuracy {
  readonly cells: number;
  /** Sum of the actual FTE. */
  readonly fte: number;
  readonly methods: Readonly<Record<MethodName, MethodAccuracy>>;
  /** Share of the outcomes within the engine's 80 % band. */
  readonly coverage: number;
  /** Mean width of the band over the engine's forecast. */
  readonly bandWidth: number;
}

/**
 * Errors of every method and coverage of the engine's band over the same outcomes.
 *
 * @throws RangeError without any outcome.
 */
export function accuracyOf(outcomes: readonly Outcome[]): Accuracy {
  const [first] = outcomes;
  if (first === undefined) throw new RangeError('there is no outcome to compare with');
  const names = Object.keys(first.forecasts) as readonly MethodName[];
  const within = outcomes.filter(({ low, high, actual }) => low <= actual && actual <= high);
  return {
    cells: outcomes.length,
    fte: sumOf(outcomes, ({ actual }) => actual),
    methods: Object.fromEntries(names.map((name) => [name, methodAccuracy(outcomes, name)])) as Record<
      MethodName,
      MethodAccuracy
    >,
    coverage: within.length / outcomes.length,
    bandWidth:
      sumOf(outcomes, ({ low, high, forecasts }) => (high - low) / forecasts['calibrated-engine']) /
      outcomes.length,
  };
}

function methodAccuracy(outcomes: readonly Outcome[], name: MethodName): MethodAccuracy {
  const fte = sumOf(outcomes, ({ actual }) => actual);
  const error = ({ forecasts, actual }: Outcome): number => forecasts[name] - actual;
  return {
    wape: sumOf(outcomes, (outcome) => Math.abs(error(outcome))) / fte,
    mape: sumOf(outcomes, (outcome) => Math.abs(error(outcome)) / outcome.actual) / outcomes.length,
    bias: sumOf(outcomes, error) / fte,
  };
}

function sumOf<Item>(items: readonly Item[], valueOf: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0);
}
