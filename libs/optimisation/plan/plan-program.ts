import type { LinearSolver, OpenedProgram } from '#linear-programming';
import type { Quantity } from '../model';
import { leverLimits, type LeverRow } from './lever-rows';
import type { Linearisation } from './linearisation';
import { ProgramDraft } from './program-draft';
import { amountColumns, organisationsOf, POUND_BESIDE_WTE, scaleOf } from './limit-figures';
import { shortfallsOf, type PlanModel, type Values } from './plan-model';
import { balancesIn, type Limit, type Objective, type PlanRequest, type Term } from './plan-request';

/** The linear program of a linearisation, with what its rows and columns mean. */
export interface PlanProgram {
  readonly program: OpenedProgram;
  /** Columns after the amounts: what each organisation has missing, then by how much each limit is broken (relative). */
  readonly columns: number;
  readonly slackColumns: readonly number[];
  /** Row of each limit. */
  readonly limitRows: readonly number[];
  readonly leverRows: readonly LeverRow[];
  /** In units of `unit`. */
  readonly objective: Float64Array;
  /** Pounds, or WTE, of one in the objective: programs of coefficients near 1 are solved reliably. */
  readonly unit: number;
  /** Row that carries the objective, unbounded until it is bounded. */
  readonly objectiveRow: number;
  /** What each limit's row is divided by. */
  readonly limitScales: readonly number[];
}

/** Nodes of an integer program: only small teams' amounts are whole, so that it nearly always takes few. */
const INTEGER_NODES = 5_000;
const POUNDS_OF_OBJECTIVE = 1e5;

/** A weighted sum of columns and a constant. */
interface LinearSum {
  readonly entries: Map<number, number>;
  constant: number;
}

/** A sum in other units. */
function scaled({ entries, constant }: LinearSum, factor: number): LinearSum {
  return {
    entries: new Map([...entries].map(([column, weight]) => [column, weight * factor])),
    constant: constant * factor,
  };
}

function addScaled(sum: LinearSum, { entries, constant }: LinearSum, factor: number): void {
  sum.constant += factor * constant;
  for (const [column, weight] of entries)
    sum.entries.set(column, (sum.entries.get(column) ?? 0) + factor * weight);
}

/** Figures as linear functions of the amounts around a point: `v + S (x - x0)`. */
class LinearFigures {
  constructor(
    private readonly model: PlanModel,
    private readonly at: Linearisation,
  ) {}

  add(sum: LinearSum, quantity: Quantity, weight: number, organisation: number): void {
    const { model, at } = this;
    const own = model.columnsOf[organisation] ?? [];
    const row = model.placeIn(quantity);
    sum.constant += weight * (at.values[organisation]?.[row] ?? 0);
    own.forEach((column, index) => {
      const change = weight * (at.sensitivities[organisation]?.[row * own.length + index] ?? 0);
      if (change === 0) return;
      sum.entries.set(column, (sum.entries.get(column) ?? 0) + change);
      sum.constant -= change * (at.amounts[column] ?? 0);
    });
  }

  addTerms(sum: LinearSum, terms: readonly Term[], factor: number, organisations: readonly number[]): void {
    for (const organisation of organisations) {
      for (const { quantity, weight } of terms) this.add(sum, quantity, weight * factor, organisation);
    }
  }
}

/** Opens the program of a request at a linearisation. Amounts stay within the trust region around it. */
export function openPlanProgram(
  solver: LinearSolver,
  model: PlanModel,
  request: PlanRequest,
  at: Linearisation,
): PlanProgram {
  const draft = new ProgramDraft();
  for (const { high, isWhole } of model.columns) draft.column(0, high, isWhole);
  const figures = new LinearFigures(model, at);
  const missing = missingColumns(draft, figures, model, request);
  const slackColumns = request.limits.map(() => draft.column(0, Infinity));
  const limitScales = request.limits.map((limit) =>
    limit.kind === 'share' ? wholeOf(limit, model, at.values) * scaleOf(limit) : scaleOf(limit),
  );
  const limitRows = request.limits.map((limit, place) => {
    const sum = limitSum(limit, model, figures, missing);
    const slack = slackColumns[place] ?? 0;
    const scale = limitScales[place] ?? 1;
    const bound = limit.kind === 'share' ? 0 : limit.bound;
    const isMost = limit.sense === 'at-most';
    const row = scaled(sum, 1 / scale);
    row.entries.set(slack, isMost ? -1 : 1);
    const end = bound / scale - row.constant;
    return draft.row(row.entries, isMost ? -Infinity : end, isMost ? end : Infinity);
  });
  const leverRows = leverLimits(draft, model, request.levers);
  const unit = request.objective.kind === 'least-cost' ? POUNDS_OF_OBJECTIVE : 1;
  const objective = scaled(objectiveSum(model, request, figures, missing), 1 / unit);
  const columns = draft.variables.length;
  const costs = new Float64Array(columns);
  for (const [column, cost] of objective.entries) costs[column] = cost;
  const objectiveRow = draft.row(objective.entries, -Infinity, Infinity);
  const program = solver.open(draft.variables, draft.constraints, {
    integerNodes: INTEGER_NODES,
    changes: 'bounds',
  });
  return {
    program,
    columns,
    slackColumns,
    limitRows,
    limitScales,
    leverRows,
    objective: costs,
    objectiveRow,
    unit,
  };
}

type MissingColumns = (balance: Quantity, organisation: number, margin?: number) => number;

/** A column of what is missing for each balance asked about and organisation: at least the balance, at least 0. */
function missingColumns(
  draft: ProgramDraft,
  figures: LinearFigures,
  model: PlanModel,
  { limits, objective }: PlanRequest,
): MissingColumns {
  const known = new Map<string, number>();
  const columnFor: MissingColumns = (balance, organisation, margin = 0) => {
    const key = `${model.placeIn(balance)}|${organisation}|${margin}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const column = draft.column(0, Infinity);
    const sum: LinearSum = { entries: new Map([[column, 1]]), constant: -margin };
    figures.add(sum, balance, -1, organisation);
    draft.row(sum.entries, -sum.constant, Infinity);
    known.set(key, column);
    return column;
  };
  for (const limit of limits) {
    if (limit.kind !== 'sum') continue;
    for (const place of organisationsOf(model, limit))
      balancesIn(limit).forEach((each) => columnFor(each, place));
  }
  shortfallsOf(objective).forEach((balance, place) => {
    model.organisations.forEach((_, organisation) => {
      columnFor(balance, organisation, marginOf(objective, organisation, place));
    });
  });
  return columnFor;
}

function limitSum(
  limit: Limit,
  model: PlanModel,
  figures: LinearFigures,
  missing: MissingColumns,
): LinearSum {
  const places = organisationsOf(model, limit);
  const sum: LinearSum = { entries: new Map(), constant: 0 };
  if (limit.kind === 'share') {
    figures.addTerms(sum, limit.part, 1, places);
    figures.addTerms(sum, limit.whole, -limit.bound, places);
    return sum;
  }
  if (limit.kind === 'cost') {
    addCost(sum, model, figures, 1);
    sum.constant -= model.plannedPayBill;
    return sum;
  }
  if (limit.kind === 'amount') {
    for (const column of amountColumns(model, limit)) sum.entries.set(column, 1);
    return sum;
  }
  figures.addTerms(sum, limit.terms, 1, places);
  for (const place of places) {
    for (const balance of balancesIn(limit)) sum.entries.set(missing(balance, place), 1);
  }
  return sum;
}

/** Size of what a share is of: a breach of the share times this is a breach in people. */
function wholeOf(
  limit: Extract<Limit, { readonly kind: 'share' }>,
  model: PlanModel,
  values: Values,
): number {
  const whole = organisationsOf(model, limit).reduce(
    (sum, place) =>
      sum +
      limit.whole.reduce(
        (part, { quantity, weight }) => part + weight * (values[place]?.[model.placeIn(quantity)] ?? 0),
        0,
      ),
    0,
  );
  return Math.max(1, Math.abs(whole));
}

/** Pounds of the levers and the pay bill. */
function addCost(sum: LinearSum, model: PlanModel, figures: LinearFigures, weight: number): void {
  model.organisations.forEach((_, organisation) => {
    for (let year = 0; year < model.years; year += 1)
      figures.add(sum, model.payBillOf(year), weight, organisation);
  });
  model.columns.forEach(({ cost }, column) => {
    sum.entries.set(column, (sum.entries.get(column) ?? 0) + weight * cost);
  });
}

function objectiveSum(
  model: PlanModel,
  { objective, charges = [] }: PlanRequest,
  figures: LinearFigures,
  missing: MissingColumns,
): LinearSum {
  const sum: LinearSum = { entries: new Map(), constant: 0 };
  for (const { limit, price } of charges) addScaled(sum, limitSum(limit, model, figures, missing), price);
  addCost(sum, model, figures, objective.kind === 'least-cost' ? 1 : POUND_BESIDE_WTE);
  model.organisations.forEach((_, organisation) => {
    shortfallsOf(objective).forEach((balance, place) => {
      const column = missing(balance, organisation, marginOf(objective, organisation, place));
      sum.entries.set(column, (sum.entries.get(column) ?? 0) + 1);
    });
  });
  return sum;
}

function marginOf(objective: Objective, organisation: number, place: number): number {
  return objective.kind === 'least-shortfall' ? (objective.margins?.[organisation]?.[place] ?? 0) : 0;
}
