/** A quantity to be chosen within its bounds. Infinite ends are none. */
export interface Variable {
  readonly low: number;
  readonly high: number;
  /** Counts only in integer programs. */
  readonly isWhole: boolean;
}

/** Bounds of a weighted sum of variables, named by their places. Weights are 1 where they are left out. */
export interface Constraint {
  readonly columns: readonly number[];
  readonly weights?: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** A program's best point. */
export interface SolvedPoint {
  /** Values of the columns. */
  readonly columns: Float64Array;
  /** Sums of the rows at the point. */
  readonly rows: Float64Array;
  readonly objective: number;
  /**
   * Shadow prices: change of the objective per unit by which the bound that holds a row (or a column) is
   * raised; 0 where none holds. Zeros for an integer program.
   */
  readonly rowPrices: Float64Array;
  readonly columnPrices: Float64Array;
}

/** What became of a program; `not-solved` where its time ran out or the solver gave up. */
export type Outcome =
  | { readonly status: 'optimal'; readonly point: SolvedPoint }
  | { readonly status: 'infeasible' | 'unbounded' | 'not-solved' };

/** Rows and columns whose bounds cannot all be kept; leaving any one out would do. */
export interface Conflict {
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

/** A system opened for many programs; the next starts where the last ended. */
export interface OpenedProgram {
  /** The point where the weighted sum of columns (one weight each) is least, or greatest. */
  optimise(direction: 'least' | 'greatest', objective: Float64Array, isInteger: boolean): Outcome;
  /** Bounds a row anew. */
  boundRow(row: number, low: number, high: number): void;
  /** Bounds a column anew. */
  boundColumn(column: number, low: number, high: number): void;
  /** An irreducible set of bounds that contradict one another; null where the linear program has a point. */
  conflict(): Conflict | null;
  close(): void;
}

/** How programs of a system are solved. */
export interface ProgramOptions {
  /**
   * An integer program that branches into more nodes is not solved. Nodes and not seconds: the outcome is the same on
   * every machine, however busy.
   */
  readonly integerNodes: number;
  /** What differs from one program to the next; it decides where the simplex method goes on from. */
  readonly changes: 'objective' | 'bounds';
}

/** Opens programs. Everything that optimises knows linear programming by this interface only. */
export interface LinearSolver {
  /** Columns of the constraints are places among the variables. */
  open(
    variables: readonly Variable[],
    constraints: readonly Constraint[],
    options: ProgramOptions,
  ): OpenedProgram;
}
