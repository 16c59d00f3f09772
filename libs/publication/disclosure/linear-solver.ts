import type { Constraint, Variable } from './constraint-system';

/** A linear or integer program's best point. */
export interface SolvedPoint {
  /** Values of the columns. */
  readonly columns: Float64Array;
  /** Sums of the rows at the point. */
  readonly rows: Float64Array;
  /** Shadow prices of the rows; a row without one does not hold the optimum back. Zeros for an integer program. */
  readonly rowPrices: Float64Array;
}

/** A system opened for many programs that differ in what is bounded; the next starts where the last ended. */
export interface OpenedProgram {
  /** The point where the weighted sum of rows is least (or greatest); null when it has no bound or nothing was found. */
  optimise(direction: 'least' | 'greatest', rows: readonly number[], isInteger: boolean): SolvedPoint | null;
  /** Takes everything that is known of a row away, but that it is not negative. */
  release(row: number): void;
  close(): void;
}

/** Opens programs. The disclosure audit knows linear programming by this interface only. */
export interface LinearSolver {
  /** Columns of the constraints are places among the variables. */
  open(variables: readonly Variable[], constraints: readonly Constraint[]): OpenedProgram;
}
