import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type { Constraint, Variable } from './constraint-system';
import type { LinearSolver, OpenedProgram, SolvedPoint } from './linear-solver';

/** An integer program that takes longer proves nothing; the audit then counts its cell as given away. */
const INTEGER_SECONDS = 3;
/** More people than any cell can hold: it keeps every program bounded. */
const MOST_PEOPLE = 1e7;

/** The HiGHS solver, in WebAssembly, in this process. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return {
    open: (variables, constraints) => new HighsProgram(highs, variables, constraints),
  };
}

class HighsProgram implements OpenedProgram {
  private readonly linear: Model;
  private readonly data: ModelData;
  private readonly released = new Set<number>();
  private integer: Model | null = null;

  constructor(
    private readonly highs: Highs,
    private readonly variables: readonly Variable[],
    private readonly constraints: readonly Constraint[],
  ) {
    this.data = modelData(highs, variables, constraints);
    this.linear = this.openModel(this.data);
  }

  optimise(direction: 'least' | 'greatest', rows: readonly number[], isInteger: boolean): SolvedPoint | null {
    const model = isInteger ? (this.integer ??= this.openInteger()) : this.linear;
    const costs = new Float64Array(this.variables.length);
    for (const row of rows) {
      const { columns, weights } = this.constraints[row] as Constraint;
      columns.forEach((column, place) => {
        costs[column] = (costs[column] as number) + (weights?.[place] ?? 1);
      });
    }
    const { minimize, maximize } = this.highs.constants.objectiveSense;
    model.changeObjectiveSense(direction === 'least' ? minimize : maximize);
    model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs);
    // The time limit counts all runs since the clocks were set.
    model.zeroAllClocks();
    model.run();
    if (model.getModelStatus() !== this.highs.constants.modelStatus.optimal) return null;
    const { colValue, rowValue, rowDual } = model.getSolution();
    return {
      columns: colValue,
      rows: rowValue,
      rowPrices: isInteger ? new Float64Array(rowValue.length) : rowDual,
    };
  }

  release(row: number): void {
    this.released.add(row);
    this.linear.changeRowBounds(row, 0, this.highs.infinity);
    this.integer?.changeRowBounds(row, 0, this.highs.infinity);
  }

  close(): void {
    this.linear.dispose();
    this.integer?.dispose();
  }

  private openInteger(): Model {
    const { integer, continuous } = this.highs.constants.variableType;
    const model = this.openModel({
      ...this.data,
      integrality: this.variables.map(({ isWhole }) => (isWhole ? integer : continuous)),
    });
    model.options.set({ time_limit: INTEGER_SECONDS });
    for (const row of this.released) model.changeRowBounds(row, 0, this.highs.infinity);
    return model;
  }

  private openModel(data: ModelData): Model {
    const model = this.highs.createModel(data);
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: 4 });
    return model;
  }
}

function modelData(
  highs: Highs,
  variables: readonly Variable[],
  constraints: readonly Constraint[],
): ModelData {
  const starts = new Int32Array(constraints.length + 1);
  constraints.forEach(({ columns }, row) => {
    starts[row + 1] = (starts[row] as number) + columns.length;
  });
  return {
    numCols: variables.length,
    numRows: constraints.length,
    colCost: new Float64Array(variables.length),
    colLower: new Float64Array(variables.length),
    colUpper: new Float64Array(variables.length).fill(MOST_PEOPLE),
    rowLower: constraints.map(({ low }) => (low === -Infinity ? -highs.infinity : low)),
    rowUpper: constraints.map(({ high }) => (high === Infinity ? highs.infinity : high)),
    matrix: {
      format: 'csr',
      numRows: constraints.length,
      numCols: variables.length,
      starts,
      indices: Int32Array.from(constraints.flatMap(({ columns }) => columns)),
      values: Float64Array.from(
        constraints.flatMap(({ columns, weights }) => weights ?? columns.map(() => 1)),
      ),
    },
  };
}
