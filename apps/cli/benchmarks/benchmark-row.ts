/** One line of a benchmark report. `value` is null where it could not be measured, and `ratio` where it has none. */
export interface BenchmarkRow {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** How many times as much as the product's own. */
  readonly ratio: number | null;
  readonly note: string;
}
