import { Substream } from '../sample';

/** A model with inputs that are independent and even on (0, 1); gives its figures. */
export type ModelOfUniforms = (inputs: Float64Array) => readonly number[];

export interface SobolOptions {
  /** Decimal string of an unsigned integer. */
  readonly seed: string;
  /** Rows of each of the two sample matrices; the model runs `samples (inputs + 2)` times. */
  readonly samples: number;
}

/** Shares of a figure's variance; estimates, which may lie a little outside 0 to 1. */
export interface SobolIndices {
  readonly variance: number;
  /** By input: the share that it explains alone. Null where the figure does not vary. */
  readonly firstOrder: readonly (number | null)[];
  /** By input: the share that would be left if all others were known; with its part in interactions. */
  readonly total: readonly (number | null)[];
}

/**
 * First-order and total Sobol indices of each figure. With matrices `A` and `B` of random rows, and `A_i`
 * which has column `i` of `B`: `S_i = mean(f(B) (f(A_i) - f(A))) / V`, `T_i = mean((f(A) - f(A_i))^2) / 2V`.
 * Figures are centred first, which lowers the error of `S_i`.
 *
 * @param inputs names of the inputs; each has a stream of random numbers of its own.
 * @throws RangeError without two samples at least.
 * Source: Saltelli and others 2010 (first order), Jansen 1999 (total); projection model, section 5.
 */
export function sobolIndices(
  inputs: readonly string[],
  model: ModelOfUniforms,
  options: SobolOptions,
): readonly SobolIndices[] {
  if (!(options.samples >= 2)) {
    throw new RangeError(`${options.samples} samples are too few: use at least 2, better a thousand`);
  }
  const rowOfA = rowsOf('a', inputs, options.seed);
  const rowOfB = rowsOf('b', inputs, options.seed);
  const runs = Array.from({ length: options.samples }, (_, row) => runRow(rowOfA(row), rowOfB(row), model));
  const figures = runs[0]?.a.length ?? 0;
  return Array.from({ length: figures }, (_, figure) => indicesOf(runs, figure, inputs.length));
}

/** Figures of one row: of both matrices, and of A with each column taken from B. */
interface RowRuns {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly mixed: readonly (readonly number[])[];
}

function rowsOf(matrix: string, inputs: readonly string[], seed: string): (row: number) => Float64Array {
  const streams = inputs.map((input) => new Substream(seed, `sobol ${matrix} ${input}`));
  return (row) => Float64Array.from(streams, (stream) => stream.uniform(row));
}

function runRow(a: Float64Array, b: Float64Array, model: ModelOfUniforms): RowRuns {
  const mixed = Array.from(b, (value, input) => {
    const row = a.slice();
    row[input] = value;
    return model(row);
  });
  return { a: model(a), b: model(b), mixed };
}

function indicesOf(runs: readonly RowRuns[], figure: number, inputs: number): SobolIndices {
  const at = (figures: readonly number[] | undefined): number => figures?.[figure] as number;
  const mean = meanOf(runs.map(({ a, b }) => (at(a) + at(b)) / 2));
  const variance = meanOf(runs.map(({ a, b }) => (square(at(a) - mean) + square(at(b) - mean)) / 2));
  const share = (ofRow: (run: RowRuns) => number): number | null =>
    variance > 0 ? meanOf(runs.map(ofRow)) / variance : null;
  const each = Array.from({ length: inputs }, (_, input) => input);
  return {
    variance,
    firstOrder: each.map((input) => share(({ a, b, mixed }) => (at(b) - mean) * (at(mixed[input]) - at(a)))),
    total: each.map((input) => share(({ a, mixed }) => square(at(a) - at(mixed[input])) / 2)),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function square(value: number): number {
  return value * value;
}
