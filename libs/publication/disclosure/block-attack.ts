import {
  objectiveOfRows,
  type LinearSolver,
  type OpenedProgram,
  type SolvedPoint,
} from '#linear-programming';
import type { Constraint, ConstraintBlock, ConstraintSystem, ProtectedCell } from './constraint-system';
import { wholePeople, type Interval } from './disclosure-rule';
import { WorldSearch } from './world-search';

const TOLERANCE = 1e-6;
/** Moves of the first walk for a cell, and of the walks before an integer program is opened for it. */
const FEW_MOVES = 80;
const MANY_MOVES = 400;
const MANY_WALKS = 12;
/** An integer program of more nodes proves nothing; the audit then counts its cell as given away. */
const SOLVING = { integerNodes: 2_000, changes: 'objective' } as const;
/** More people than any cell can hold: it keeps every program bounded. */
const MOST_PEOPLE = 1e7;

/** What an attacker knows of a protected cell, in whole people. */
export interface CellKnowledge extends Interval {
  readonly constraint: number;
  /** Constraints that hold the bounds where they are; empty for a cell that is safe. */
  readonly heldBy: readonly number[];
}

/** How cells were decided; an audit's cost in a line. */
export interface AttackEffort {
  /** Cells that are safe by two worlds which the walk found. */
  byWalk: number;
  /** Cells that needed programs of their own. */
  byProgram: number;
  linearPrograms: number;
  integerPrograms: number;
}

/** A possible world: values of some variables. */
export interface PartialWorld {
  readonly columns: readonly number[];
  readonly values: Float64Array;
}

interface Attained {
  low: number;
  high: number;
}

interface KnownEnd {
  readonly bound: number;
  readonly heldBy: readonly number[];
}

/** What an attack needs of a register. */
export interface AttackedSystem {
  readonly system: ConstraintSystem;
  /** One possible world: values of the variables that fit all constraints. The auditor takes the true ones. */
  readonly world: readonly number[];
}

/**
 * An attack on one connected block. A cell is safe as soon as two possible worlds were found, whole people where
 * people are whole, in which it differs by the legend's width; every world found for one cell serves all others.
 * Worlds are looked for by a cheap walk first; only for what it leaves open are there programs, and these decide.
 * Releasing a constraint only adds worlds, so what was safe stays safe.
 */
export class BlockAttack {
  private readonly search: WorldSearch;
  private program: OpenedProgram | null = null;
  private readonly attained = new Map<number, Attained>();
  private readonly cells: ProtectedCell[] = [];
  readonly constraints: readonly number[];
  private readonly rows: readonly Constraint[];
  private readonly rowOf: ReadonlyMap<number, number>;
  private readonly wholeColumns: readonly number[];
  private readonly released = new Set<number>();
  /** The worlds that showed something new; together they are the proof. */
  readonly worlds: PartialWorld[] = [];
  private readonly open: () => OpenedProgram;

  constructor(
    { system, world }: AttackedSystem,
    private readonly block: ConstraintBlock,
    solver: LinearSolver,
    private readonly effort: AttackEffort,
  ) {
    const columnOf = new Map(block.columns.map((column, place) => [column, place]));
    const variables = block.columns.map((column) => system.variables[column] ?? { isWhole: false });
    const constraints = block.constraints.map((place) => {
      const constraint = system.constraints[place] ?? { columns: [], low: 0, high: 0 };
      return { ...constraint, columns: constraint.columns.map((column) => columnOf.get(column) ?? 0) };
    });
    this.constraints = block.constraints;
    this.rows = constraints;
    const bounded = variables.map(({ isWhole }) => ({ isWhole, low: 0, high: MOST_PEOPLE }));
    this.open = () => solver.open(bounded, constraints, SOLVING);
    this.search = new WorldSearch(
      variables,
      constraints,
      block.columns.map((column) => world[column] ?? 0),
    );
    this.rowOf = new Map(block.constraints.map((place, row) => [place, row]));
    this.wholeColumns = variables.flatMap(({ isWhole }, column) => (isWhole ? [column] : []));
  }

  /** Adds cells that must stay hidden. */
  protect(cells: readonly ProtectedCell[]): void {
    for (const cell of cells) {
      if (this.attained.has(cell.constraint)) continue;
      this.cells.push(cell);
      this.attained.set(cell.constraint, { low: Infinity, high: -Infinity });
    }
  }

  /** What can be known of each cell that is not safe. */
  examine(): readonly CellKnowledge[] {
    this.noteWorld();
    this.walk();
    return this.cells.flatMap((cell) => (this.isSafe(cell) ? [] : this.examineCell(cell)));
  }

  /**
   * Takes values for all variables of the system that were a world before, or nearly: mended where they do not fit,
   * they count as far as they fit now.
   */
  offer(worlds: readonly Float64Array[]): void {
    for (const world of worlds) {
      const own = Float64Array.from(this.block.columns, (column) => world[column] as number);
      if (this.search.settle(own, FEW_MOVES)) this.noteWorld();
    }
  }

  release(constraint: number): void {
    const row = this.rowOf.get(constraint);
    if (row === undefined) return;
    this.released.add(row);
    this.search.release(row);
    this.program?.boundRow(row, 0, Infinity);
  }

  close(): void {
    this.program?.close();
  }

  /** First all cells downwards, then all upwards: a world that suits one cell is a start for the next. */
  private walk(): void {
    const open = this.cells.filter((cell) => !this.isSafe(cell));
    for (const direction of ['least', 'greatest'] as const) {
      for (const cell of open) {
        if (!this.isSafe(cell)) this.walkTo(cell, direction, FEW_MOVES);
      }
    }
    this.effort.byWalk += open.filter((cell) => this.isSafe(cell)).length;
  }

  private walkTo(cell: ProtectedCell, direction: 'least' | 'greatest', moves: number): void {
    const row = this.rowOf.get(cell.constraint) ?? 0;
    const { low, high } = this.attained.get(cell.constraint) ?? { low: 0, high: 0 };
    const goal =
      direction === 'least'
        ? { low: 0, high: Math.max(0, high - cell.width) }
        : { low: low + cell.width, high: Infinity };
    if (this.search.reach(row, goal, moves)) this.noteWorld();
  }

  private noteWorld(): void {
    this.note(this.search.rows, this.search.world);
  }

  private examineCell(cell: ProtectedCell): readonly CellKnowledge[] {
    this.effort.byProgram += 1;
    const least = this.solveEnd(cell, 'least');
    if (this.isSafe(cell)) return [];
    const greatest = this.solveEnd(cell, 'greatest');
    if (this.isSafe(cell)) return [];
    const { low, high } = this.integerEnds(cell, least.bound, greatest.bound);
    const heldBy = [...new Set([...least.heldBy, ...greatest.heldBy])];
    return this.isSafe(cell) ? [] : [{ constraint: cell.constraint, low, high, heldBy }];
  }

  private solveEnd(cell: ProtectedCell, direction: 'least' | 'greatest'): KnownEnd {
    const row = this.rowOf.get(cell.constraint) ?? 0;
    const point = this.solve(direction, [row]);
    if (point === null)
      throw new RangeError('What was published contradicts itself: the register is damaged.');
    const heldBy = this.block.constraints.filter(
      (_, place) => Math.abs(point.rowPrices[place] as number) > TOLERANCE,
    );
    return { bound: endOf(cell, point.rows[row] as number, direction), heldBy };
  }

  /** Where fractions of people would leave room enough, whole people may not: the two ends as integer programs. */
  private integerEnds(cell: ProtectedCell, least: number, greatest: number): Interval {
    if (greatest - least < cell.width || this.wholeColumns.length === 0) {
      return { low: least, high: greatest };
    }
    for (let walk = 0; walk < MANY_WALKS; walk += 1) {
      this.walkTo(cell, 'least', MANY_MOVES);
      this.walkTo(cell, 'greatest', MANY_MOVES);
      if (this.isSafe(cell)) return { low: least, high: greatest };
    }
    const row = this.rowOf.get(cell.constraint) ?? 0;
    const low = this.integerEnd(cell, row, { direction: 'least', bound: least });
    if (this.isSafe(cell)) return { low, high: greatest };
    return { low, high: this.integerEnd(cell, row, { direction: 'greatest', bound: greatest }) };
  }

  /** An end in whole people; no program where a world was seen at the end of the linear one. */
  private integerEnd(
    cell: ProtectedCell,
    row: number,
    { direction, bound }: { readonly direction: 'least' | 'greatest'; readonly bound: number },
  ): number {
    const { low, high } = this.attained.get(cell.constraint) ?? { low: Infinity, high: -Infinity };
    if (direction === 'least' ? low <= bound : high >= bound) return bound;
    this.effort.integerPrograms += 1;
    const point = this.bestPoint(direction, [row], true);
    if (point === null) return bound;
    this.note(point.rows, point.columns);
    return endOf(cell, point.rows[row] as number, direction);
  }

  private solve(direction: 'least' | 'greatest', rows: readonly number[]): SolvedPoint | null {
    this.effort.linearPrograms += 1;
    const point = this.bestPoint(direction, rows, false);
    if (point !== null && this.isWhole(point)) this.note(point.rows, point.columns);
    return point;
  }

  private bestPoint(
    direction: 'least' | 'greatest',
    rows: readonly number[],
    isInteger: boolean,
  ): SolvedPoint | null {
    const objective = objectiveOfRows(this.block.columns.length, this.rows, rows);
    const outcome = this.opened().optimise(direction, objective, isInteger);
    return outcome.status === 'optimal' ? outcome.point : null;
  }

  private opened(): OpenedProgram {
    if (this.program !== null) return this.program;
    const program = this.open();
    for (const row of this.released) program.boundRow(row, 0, Infinity);
    this.program = program;
    return program;
  }

  private isWhole({ columns }: SolvedPoint): boolean {
    return this.wholeColumns.every((column) => {
      const value = columns[column] as number;
      return Math.abs(value - Math.round(value)) < TOLERANCE;
    });
  }

  private note(rows: Float64Array, values: Float64Array): void {
    let isNews = false;
    for (const cell of this.cells) {
      const attained = this.attained.get(cell.constraint);
      const value = rows[this.rowOf.get(cell.constraint) ?? 0] as number;
      if (attained === undefined || this.isSafe(cell)) continue;
      const least = endOf(cell, value, 'least');
      const greatest = endOf(cell, value, 'greatest');
      isNews ||= least < attained.low || greatest > attained.high;
      attained.low = Math.min(attained.low, least);
      attained.high = Math.max(attained.high, greatest);
    }
    if (isNews) this.worlds.push({ columns: this.block.columns, values });
  }

  private isSafe({ constraint, width }: ProtectedCell): boolean {
    const attained = this.attained.get(constraint);
    return attained !== undefined && attained.high - attained.low >= width;
  }
}

/** The end of an interval in whole people, rounded inwards: whole people exclude fractions, a real value rounds. */
function endOf({ isWhole }: ProtectedCell, value: number, direction: 'least' | 'greatest'): number {
  const isLeast = direction === 'least';
  const inwards = isLeast ? value + TOLERANCE : value - TOLERANCE;
  if (!isWhole) return wholePeople(inwards);
  // Adding zero makes a negative zero zero.
  return (isLeast ? Math.ceil(value - TOLERANCE) : Math.floor(value + TOLERANCE)) + 0;
}
