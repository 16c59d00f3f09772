import { exp, log, pow } from '#engine';

import { residualDeviation, type ResidualClass } from '../calibration/residual-growth-error';
import { P90_DEVIATIONS } from '../calibration/shrinkage';
import { monthNumber } from '../compilation/timeline';
import type { GrowthError } from './growth-errors';

/** Ends of the classes by FTE; groups of the last are whole staff groups of the nation. */
export const SIZE_CLASS_ENDS: readonly number[] = [25, 50, 100, 200, 500, 1000, 2000, 20_000, Infinity];

export interface ResidualEvidence {
  /** The month to which cells' errors near in time say most, `YYYY-MM`. */
  readonly asAt: string;
  /** Errors of organisations' cells. */
  readonly cells: readonly GrowthError[];
  /** Errors of the nation's staff groups. */
  readonly nation: readonly GrowthError[];
  /** What the ranges of the assumptions already cover after 12 months, standard deviation of log FTE. */
  readonly parameterDeviation: number;
}

type Curve = Pick<ResidualClass, 'deviationAt12Months' | 'exponent'>;

/** Share of outcomes that a band holds. */
const BAND_SHARE = 0.8;
/** However much the assumptions' ranges cover, this share of the variance remains. */
const SMALLEST_REMAINDER = 0.1;
/** Surprises that add up without memory grow with the square root of time; trends with time itself. */
const LEAST_EXPONENT = 0.5;
const LARGEST_EXPONENT = 1;
const FEWEST_ERRORS = 30;
/** Weight of a cell's error halves with every so many months between its outcome and the month asked for. */
const HALF_LIFE_MONTHS = 12;

/**
 * The residual growth error by size class. A cell's error is what the nation's staff group erred by and what
 * the cell erred by beside its group; the second comes from the cells, the first from the long national
 * series, because few origins of cells hold few national surprises. Deviations are the 80th percentile of the
 * absolute error over 1.28, fitted as a power of the horizon; cells' errors near in time weigh more, because
 * years differ in how much organisations move. What the assumptions' ranges cover is taken off.
 *
 * @throws RangeError without national errors.
 */
export function estimateResidual(evidence: ResidualEvidence): readonly ResidualClass[] {
  const national = fitCurve(evidence.nation.map((error) => ({ ...error, weight: 1 })));
  if (national === null) throw new RangeError('there are too few national errors for a residual');
  const own = besideTheirGroup(evidence.cells).map((error) => ({
    ...error,
    weight: nearness(error, evidence.asAt),
  }));
  let start = 0;
  let curve: Curve | null = null;
  return SIZE_CLASS_ENDS.map((belowFte) => {
    const from = start;
    start = belowFte;
    const isNation = belowFte === Infinity;
    if (!isNation) {
      curve = fitCurve(own.filter(({ opening }) => opening >= from && opening < belowFte)) ?? curve;
    }
    const sizeClass = { fromFte: from, belowFte: isNation ? null : belowFte };
    return residualOf(sizeClass, isNation ? null : curve, national, evidence.parameterDeviation);
  });
}

function residualOf(
  sizeClass: ResidualClass['sizeClass'],
  own: Curve | null,
  national: Curve,
  parameterDeviation: number,
): ResidualClass {
  const variance = (months: number): number => {
    const ownPart = own === null ? 0 : residualDeviation(own, months);
    const nationalPart = residualDeviation(national, months);
    const covered = (parameterDeviation * months) / 12;
    const all = ownPart * ownPart + nationalPart * nationalPart;
    return Math.max(SMALLEST_REMAINDER * all, all - covered * covered);
  };
  const nationalVariance = national.deviationAt12Months * national.deviationAt12Months;
  const ownVariance = own === null ? 0 : own.deviationAt12Months * own.deviationAt12Months;
  const exponent = log(variance(12) / variance(3)) / (2 * log(4));
  return {
    sizeClass,
    deviationAt12Months: Math.sqrt(variance(12)),
    exponent: within(exponent),
    nationalShare: nationalVariance / (nationalVariance + ownVariance),
  };
}

/** Errors less the error of all cells of the same group, origin and horizon together, by FTE. */
function besideTheirGroup(errors: readonly GrowthError[]): readonly GrowthError[] {
  const keyOf = ({ origin, horizon, staffGroup }: GrowthError): string =>
    `${origin}|${horizon}|${staffGroup}`;
  const together = new Map<string, { fte: number; weighted: number }>();
  for (const error of errors) {
    const sum = together.get(keyOf(error)) ?? { fte: 0, weighted: 0 };
    together.set(keyOf(error), {
      fte: sum.fte + error.opening,
      weighted: sum.weighted + error.opening * error.error,
    });
  }
  return errors.map((error) => {
    const sum = together.get(keyOf(error));
    return sum === undefined ? error : { ...error, error: error.error - sum.weighted / sum.fte };
  });
}

/** `deviation(h) = deviation(12) (h / 12)^exponent`, least squares on logarithms, weighted by errors; null where there are too few. */
function fitCurve(errors: readonly WeightedError[]): Curve | null {
  const horizons = [...new Set(errors.map(({ horizon }) => horizon))];
  const points = horizons.flatMap((horizon) => {
    const sizes = errors
      .filter((error) => error.horizon === horizon)
      .map(({ error, weight }) => ({ value: Math.abs(error), weight }));
    if (sizes.length < FEWEST_ERRORS) return [];
    const deviation = weightedQuantile(sizes, BAND_SHARE) / P90_DEVIATIONS;
    return [{ x: log(horizon / 12), y: log(deviation), weight: sumOf(sizes) }];
  });
  if (points.length === 0) return null;
  const weights = points.reduce((sum, { weight }) => sum + weight, 0);
  const meanX = points.reduce((sum, { x, weight }) => sum + x * weight, 0) / weights;
  const meanY = points.reduce((sum, { y, weight }) => sum + y * weight, 0) / weights;
  const spread = points.reduce((sum, { x, weight }) => sum + weight * (x - meanX) * (x - meanX), 0);
  const slope =
    points.reduce((sum, { x, y, weight }) => sum + weight * (x - meanX) * (y - meanY), 0) / spread;
  const exponent = spread === 0 ? 1 / 2 : within(slope);
  return { deviationAt12Months: exp(meanY - exponent * meanX), exponent };
}

function within(exponent: number): number {
  return Math.max(LEAST_EXPONENT, Math.min(LARGEST_EXPONENT, exponent));
}

interface Weighted {
  readonly weight: number;
}
type WeightedError = GrowthError & Weighted;

function nearness({ origin, horizon }: GrowthError, asAt: string): number {
  const distance = Math.abs(monthNumber(origin) + horizon - monthNumber(asAt));
  return pow(0.5, distance / HALF_LIFE_MONTHS);
}

/** The value that a share of the weight lies at or below, straight between the middles of neighbours' weights. */
export function weightedQuantile(
  values: readonly (Weighted & { readonly value: number })[],
  share: number,
): number {
  const sorted = values.toSorted((left, right) => left.value - right.value);
  const wanted = share * sumOf(sorted);
  let before = 0;
  let last = { middle: 0, value: sorted[0]?.value ?? 0 };
  for (const { value, weight } of sorted) {
    const middle = before + weight / 2;
    if (middle >= wanted) {
      const way = middle === last.middle ? 1 : (wanted - last.middle) / (middle - last.middle);
      return last.value + Math.max(0, way) * (value - last.value);
    }
    before += weight;
    last = { middle, value };
  }
  return last.value;
}

function sumOf(values: readonly Weighted[]): number {
  return values.reduce((sum, { weight }) => sum + weight, 0);
}
