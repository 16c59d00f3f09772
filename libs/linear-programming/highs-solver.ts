import loadHighs, { type Highs, type Model, type ModelData } from 'highs';
import type {
  Conflict,
  Constraint,
  LinearSolver,
  OpenedProgram,
  Outcome,
  ProgramOptions,
  Variable,
} from './linear-solver';

/** Of the simplex method: 1 goes on after bounds changed, 4 after the objective changed. */
const DUAL_SIMPLEX = 1;
const PRIMAL_SIMPLEX = 4;

/** The HiGHS solver, in WebAssembly, in this process. */
export async function loadLinearSolver(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return {
    open: (variables, constraints, options) => new HighsProgram(highs, variables, constraints, options),
  };
}

class HighsProgram implements OpenedProgram {
  private readonly linear: Model;
  private readonly data: ModelData;
  private readonly boundedRows = new Map<number, Ends>();
  private readonly boundedColumns = new Map<number, Ends>();
  private integer: Model | null = null;

  constructor(
    private readonly highs: Highs,
    private readonly variables: readonly Variable[],
    constraints: readonly Constraint[],
    private readonly options: ProgramOptions,
  ) {
    this.data = modelData(highs, variables, constraints);
    this.linear = this.openModel(this.data);
  }

  optimise(direction: 'least' | 'greatest', objective: Float64Array, isInteger: boolean): Outcome {
    const model = isInteger ? (this.integer ??= this.openInteger()) : this.linear;
    const { minimize, maximize } = this.highs.constants.objectiveSense;
    model.changeObjectiveSense(direction === 'least' ? minimize : maximize);
    model.changeColsCost({ kind: 'range', from: 0, to: objective.length - 1 }, objective);
    const status = this.run(model);
    if (status !== 'optimal') return { status };
    const { colValue, rowValue, rowDual, colDual } = model.getSolution();
    const prices = (duals: Float64Array): Float64Array =>
      isInteger ? new Float64Array(duals.length) : duals;
    return {
      status,
      point: {
        columns: colValue,
        rows: rowValue,
        objective: model.getObjectiveValue(),
        rowPrices: prices(rowDual),
        columnPrices: prices(colDual),
      },
    };
  }

  boundRow(row: number, low: number, high: number): void {
    const ends = this.endsOf(low, high);
    this.boundedRows.set(row, ends);
    this.linear.changeRowBounds(row, ...ends);
    this.integer?.changeRowBounds(row, ...ends);
  }

  boundColumn(column: number, low: number, high: number): void {
    const ends = this.endsOf(low, high);
    this.boundedColumns.set(column, ends);
    this.linear.changeColBounds(column, ...ends);
    this.integer?.changeColBounds(column, ...ends);
  }

  conflict(): Conflict | null {
    this.linear.options.set({ iis_strategy: this.highs.constants.iis.strategyRowPriority });
    const { rowIndex, colIndex, colBound } = this.linear.getIis();
    if (rowIndex.length === 0 && colIndex.length === 0) return null;
    const { boundFree } = this.highs.constants.iis;
    return {
      rows: [...rowIndex],
      columns: [...colIndex].filter((_, place) => colBound[place] !== boundFree),
    };
  }

  close(): void {
    this.linear.dispose();
    this.integer?.dispose();
  }

  /** Where the simplex method comes to grief from the point at which it goes on, it begins anew. */
  private run(model: Model): Outcome['status'] {
    for (const isFresh of [false, true]) {
      try {
        if (isFresh) model.clearSolver();
        model.run();
        return this.statusOf(model);
      } catch (error) {
        if (!(error instanceof Error) || Reflect.get(error, 'operation') !== 'run') throw error;
      }
    }
    return 'not-solved';
  }

  private statusOf(model: Model): Outcome['status'] {
    const { modelStatus } = this.highs.constants;
    switch (model.getModelStatus()) {
      case modelStatus.optimal:
      case modelStatus.empty:
        return 'optimal';
      case modelStatus.infeasible:
        return 'infeasible';
      case modelStatus.unbounded:
      case modelStatus.unboundedOrInfeasible:
        return 'unbounded';
      default:
        return 'not-solved';
    }
  }

  private endsOf(low: number, high: number): Ends {
    const { infinity } = this.highs;
    return [low === -Infinity ? -infinity : low, high === Infinity ? infinity : high];
  }

  private openInteger(): Model {
    const { integer, continuous } = this.highs.constants.variableType;
    const model = this.openModel({
      ...this.data,
      integrality: this.variables.map(({ isWhole }) => (isWhole ? integer : continuous)),
    });
    model.options.set({ mip_max_nodes: this.options.integerNodes });
    for (const [row, ends] of this.boundedRows) model.changeRowBounds(row, ...ends);
    for (const [column, ends] of this.boundedColumns) model.changeColBounds(column, ...ends);
    return model;
  }

  private openModel(data: ModelData): Model {
    const model = this.highs.createModel(data);
    const strategy = this.options.changes === 'objective' ? PRIMAL_SIMPLEX : DUAL_SIMPLEX;
    model.options.set({ output_flag: false, presolve: 'off', simplex_strategy: strategy });
    return model;
  }
}

type Ends = readonly [low: number, high: number];

function modelData(
  highs: Highs,
  variables: readonly Variable[],
  constraints: readonly Constraint[],
): ModelData {
  const starts = new Int32Array(constraints.length + 1);
  constraints.forEach(({ columns }, row) => {
    starts[row + 1] = (starts[row] as number) + columns.length;
  });
  const lowEnd = (low: number): number => (low === -Infinity ? -highs.infinity : low);
  const highEnd = (high: number): number => (high === Infinity ? highs.infinity : high);
  return {
    numCols: variables.length,
    numRows: constraints.length,
    colCost: new Float64Array(variables.length),
    colLower: variables.map(({ low }) => lowEnd(low)),
    colUpper: variables.map(({ high }) => highEnd(high)),
    rowLower: constraints.map(({ low }) => lowEnd(low)),
    rowUpper: constraints.map(({ high }) => highEnd(high)),
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
