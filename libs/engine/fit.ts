/** Marginals of a joint table, one per axis; every margin must have the same sum. */
export interface FitProblem {
  /** Joint table to start from, row-major in the order of the axes; sets the associations that are kept. */
  readonly seed: readonly number[];
  readonly margins: readonly (readonly number[])[];
}

export interface FitOptions {
  /** Largest difference between a fitted and a given margin, relative to the total. */
  readonly tolerance: number;
  readonly maximumIterations: number;
}

export interface FitResult {
  readonly cells: Float64Array;
  /** Largest difference left between a fitted and a given margin, relative to the total. */
  readonly residual: number;
  readonly iterations: number;
  readonly converged: boolean;
}

const DEFAULT_OPTIONS: FitOptions = { tolerance: 1e-12, maximumIterations: 1000 };

/** The margins or the seed cannot describe one table. */
export class FitError extends Error {
  override readonly name = 'FitError';
}

/**
 * Iterative proportional fitting: scales the seed along each axis in turn until its sums meet the
 * margins. Where a margin is 0 its cells become 0; a positive margin whose cells are all 0 in the seed
 * cannot be met and stays in the residual. The result keeps the seed's odds ratios.
 * Source: Deming and Stephan 1940; projection model, section 2.
 */
export function fit(problem: FitProblem, options: FitOptions = DEFAULT_OPTIONS): FitResult {
  const axes = axesOf(problem);
  const total = sum(problem.margins[0] ?? []);
  const cells = Float64Array.from(problem.seed);
  let residual = Infinity;
  let iterations = 0;
  while (residual > options.tolerance && iterations < options.maximumIterations) {
    for (const axis of axes) scaleAlong(cells, axis);
    residual = total > 0 ? axes.reduce((gap, axis) => Math.max(gap, largestGap(cells, axis)), 0) / total : 0;
    iterations += 1;
  }
  return { cells, residual, iterations, converged: residual <= options.tolerance };
}

/** One axis of the table: its margin, and how to find a cell's place on it. */
interface Axis {
  readonly margin: readonly number[];
  /** Distance between neighbours on this axis: the cells of one place lie together in runs of that length. */
  readonly stride: number;
}

function axesOf({ seed, margins }: FitProblem): Axis[] {
  const size = margins.reduce((product, margin) => product * margin.length, 1);
  if (seed.length !== size || margins.length === 0) {
    throw new FitError(`the seed has ${seed.length} cells, the margins describe ${size}`);
  }
  if (!isFiniteAndNotNegative(seed) || !margins.every(isFiniteAndNotNegative)) {
    throw new FitError('seed and margins must be finite and not negative');
  }
  const totals = margins.map(sum);
  const first = totals[0] as number;
  const other = totals.findIndex((total) => Math.abs(total - first) > 1e-9 * Math.max(first, total));
  if (other >= 0) {
    throw new FitError(`margin ${other} sums to ${totals[other]}, margin 0 to ${first}`);
  }
  let stride = size;
  return margins.map((margin) => {
    stride /= margin.length;
    return { margin, stride };
  });
}

function isFiniteAndNotNegative(values: readonly number[]): boolean {
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index] as number;
    if (!(value >= 0 && value < Infinity)) return false;
  }
  return true;
}

function sumsAlong(cells: Float64Array, axis: Axis): Float64Array {
  const sums = new Float64Array(axis.margin.length);
  for (let cell = 0, place = 0; cell < cells.length; place = nextPlace(place, axis)) {
    let sum = sums[place] as number;
    for (const end = cell + axis.stride; cell < end; cell += 1) sum += cells[cell] as number;
    sums[place] = sum;
  }
  return sums;
}

function nextPlace(place: number, { margin }: Axis): number {
  return place + 1 < margin.length ? place + 1 : 0;
}

function scaleAlong(cells: Float64Array, axis: Axis): void {
  const factors = sumsAlong(cells, axis);
  for (let place = 0; place < factors.length; place += 1) {
    const found = factors[place] as number;
    factors[place] = found > 0 ? (axis.margin[place] as number) / found : 0;
  }
  for (let cell = 0, place = 0; cell < cells.length; place = nextPlace(place, axis)) {
    const factor = factors[place] as number;
    for (const end = cell + axis.stride; cell < end; cell += 1)
      cells[cell] = (cells[cell] as number) * factor;
  }
}

function largestGap(cells: Float64Array, axis: Axis): number {
  const sums = sumsAlong(cells, axis);
  let gap = 0;
  for (let place = 0; place < sums.length; place += 1) {
    gap = Math.max(gap, Math.abs((axis.margin[place] as number) - (sums[place] as number)));
  }
  return gap;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
