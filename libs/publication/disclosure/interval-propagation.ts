import type { ConstraintSystem } from './constraint-system';
import type { Interval } from './disclosure-rule';

const TOLERANCE = 1e-7;
/** Sweeps after which the bounds, sound at any time, are left as they are. */
const MOST_SWEEPS = 20;

/**
 * Bounds of every constraint's sum by passing bounds between sums and their parts until nothing moves. They are
 * sound: the true value is never outside. Where they are narrower than a legend, that cell is given away, and no
 * linear program is needed to know it; where they are not, it may still be.
 */
export function propagateIntervals(system: ConstraintSystem): readonly Interval[] {
  const low = new Float64Array(system.variables.length);
  const high = new Float64Array(system.variables.length).fill(Infinity);
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    if (!sweepOnce(system, low, high)) break;
  }
  return system.constraints.map(({ columns, weights, low: least, high: most }) => {
    const sum = sumOfBounds(columns, weights, low, high);
    return { low: Math.max(least, sum.low), high: Math.min(most, sum.high) };
  });
}

function sweepOnce(system: ConstraintSystem, low: Float64Array, high: Float64Array): boolean {
  let isMoved = false;
  for (const constraint of system.constraints) {
    const { columns, weights } = constraint;
    if (constraint.low === 0 && constraint.high === Infinity && weights === undefined) continue;
    const sum = sumOfBounds(columns, weights, low, high);
    columns.forEach((column, place) => {
      const weight = weights?.[place] ?? 1;
      const rest = without(sum, weight, low[column] as number, high[column] as number);
      const ends = [(constraint.low - rest.high) / weight, (constraint.high - rest.low) / weight] as const;
      const [least, most] = weight > 0 ? ends : [ends[1], ends[0]];
      const isWhole = system.variables[column]?.isWhole === true;
      isMoved = raise(low, column, isWhole ? Math.ceil(least - TOLERANCE) : least) || isMoved;
      isMoved = lower(high, column, isWhole ? Math.floor(most + TOLERANCE) : most) || isMoved;
    });
  }
  return isMoved;
}

interface SumOfBounds extends Interval {
  /** Parts without a bound at the end in question. */
  readonly unboundedLow: number;
  readonly unboundedHigh: number;
  readonly finiteLow: number;
  readonly finiteHigh: number;
}

function sumOfBounds(
  columns: readonly number[],
  weights: readonly number[] | undefined,
  low: Float64Array,
  high: Float64Array,
): SumOfBounds {
  let [finiteLow, finiteHigh, unboundedLow, unboundedHigh] = [0, 0, 0, 0];
  columns.forEach((column, place) => {
    const ends = weighted(weights?.[place] ?? 1, low[column] as number, high[column] as number);
    if (Number.isFinite(ends.low)) finiteLow += ends.low;
    else unboundedLow += 1;
    if (Number.isFinite(ends.high)) finiteHigh += ends.high;
    else unboundedHigh += 1;
  });
  return {
    low: unboundedLow > 0 ? -Infinity : finiteLow,
    high: unboundedHigh > 0 ? Infinity : finiteHigh,
    finiteLow,
    finiteHigh,
    unboundedLow,
    unboundedHigh,
  };
}

/** Bounds of the sum without one of its parts. */
function without(sum: SumOfBounds, weight: number, low: number, high: number): Interval {
  const own = weighted(weight, low, high);
  const othersLow = sum.unboundedLow - (Number.isFinite(own.low) ? 0 : 1);
  const othersHigh = sum.unboundedHigh - (Number.isFinite(own.high) ? 0 : 1);
  return {
    low: othersLow > 0 ? -Infinity : sum.finiteLow - (Number.isFinite(own.low) ? own.low : 0),
    high: othersHigh > 0 ? Infinity : sum.finiteHigh - (Number.isFinite(own.high) ? own.high : 0),
  };
}

function weighted(weight: number, low: number, high: number): Interval {
  return weight > 0 ? { low: weight * low, high: weight * high } : { low: weight * high, high: weight * low };
}

function raise(bounds: Float64Array, column: number, value: number): boolean {
  if (!(value > (bounds[column] as number) + TOLERANCE)) return false;
  bounds[column] = value;
  return true;
}

function lower(bounds: Float64Array, column: number, value: number): boolean {
  if (!(value < (bounds[column] as number) - TOLERANCE)) return false;
  bounds[column] = value;
  return true;
}
