import type { Constraint, Variable } from './constraint-system';
import type { Interval } from './disclosure-rule';
import { RandomNumbers } from './random-numbers';

const TOLERANCE = 1e-6;
/** Parts of a long sum that are tried in one move. */
const MOST_TRIED = 40;
/** Moves for which a variable may not go back. */
const NO_RETURN = 6;

interface Step {
  readonly column: number;
  readonly change: number;
}

/** One step, or two together for an unknown and what it was corrected to. */
type Move = readonly Step[];

/**
 * Walks from one possible world (values of all variables that fit everything known, whole people whole) to others
 * in which a given sum is elsewhere, by small moves that mend what the last one broke. What it finds is proven, for
 * it is a world; what it does not find may still exist. Much cheaper than a linear program.
 */
export class WorldSearch {
  private readonly values: Float64Array;
  private readonly sums: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly uses: readonly (readonly { row: number; weight: number }[])[];
  private readonly broken = new Set<number>();
  private readonly random = new RandomNumbers(1);
  private readonly lastChange: Float64Array;
  private readonly lastMove: Int32Array;
  private readonly companions: ReadonlyMap<number, number>;

  /** @throws RangeError when the first world does not fit what is known */
  constructor(
    private readonly variables: readonly Variable[],
    private readonly constraints: readonly Constraint[],
    world: readonly number[],
  ) {
    this.values = Float64Array.from(world);
    this.low = Float64Array.from(constraints, ({ low }) => low);
    this.high = Float64Array.from(constraints, ({ high }) => high);
    this.sums = sumsOf(constraints, this.values);
    const uses: { row: number; weight: number }[][] = variables.map(() => []);
    constraints.forEach(({ columns, weights }, row) => {
      columns.forEach((column, place) => uses[column]?.push({ row, weight: weights?.[place] ?? 1 }));
    });
    this.uses = uses;
    this.lastChange = new Float64Array(variables.length);
    this.lastMove = new Int32Array(variables.length).fill(-NO_RETURN);
    this.companions = companionsIn(constraints);
    if (constraints.some((_, row) => this.excess(row) !== 0)) {
      throw new RangeError('The figures do not fit what was published of them: the register is damaged.');
    }
  }

  /** Values of the variables in the present world; a copy. */
  get world(): Float64Array {
    return this.values.slice();
  }

  /** Sums of the constraints in the present world. */
  get rows(): Float64Array {
    return this.sums;
  }

  /** Sums of the constraints in some world; null when it does not fit what is known, or has parts of people. */
  sumsIn(world: Float64Array): Float64Array | null {
    const isPossible = this.variables.every(({ isWhole }, column) => {
      const value = world[column] as number;
      return value >= -TOLERANCE && (!isWhole || Math.abs(value - Math.round(value)) < TOLERANCE);
    });
    if (!isPossible || world.length !== this.variables.length) return null;
    const sums = sumsOf(this.constraints, world);
    const fits = sums.every(
      (sum, row) =>
        sum >= (this.low[row] as number) - TOLERANCE && sum <= (this.high[row] as number) + TOLERANCE,
    );
    return fits ? sums : null;
  }

  /** Goes to a world as near to the given one as mending what does not fit in it leads; false when it does not. */
  settle(world: Float64Array, mostMoves: number): boolean {
    const before = { values: this.values.slice(), sums: this.sums.slice() };
    this.values.set(world);
    this.sums.set(sumsOf(this.constraints, world));
    this.broken.clear();
    this.constraints.forEach((_, row) => this.review(row));
    const isSettled = this.mendAll(mostMoves);
    if (!isSettled) this.restore(before);
    return isSettled;
  }

  /** Takes everything that is known of a row away, but that it is not negative. */
  release(row: number): void {
    this.low[row] = 0;
    this.high[row] = Infinity;
  }

  /**
   * Goes to a world in which a row's sum lies in the goal, within so many moves; stays where it is and answers
   * false when it finds none.
   */
  reach(row: number, goal: Interval, mostMoves: number): boolean {
    const before = { values: this.values.slice(), sums: this.sums.slice() };
    const known = { low: this.low[row] as number, high: this.high[row] as number };
    this.low[row] = Math.max(known.low, goal.low);
    this.high[row] = Math.min(known.high, goal.high);
    this.broken.clear();
    this.review(row);
    const isReached = this.mendAll(mostMoves);
    if (!isReached) this.restore(before);
    this.low[row] = known.low;
    this.high[row] = known.high;
    return isReached;
  }

  private mendAll(mostMoves: number): boolean {
    this.lastMove.fill(-NO_RETURN);
    for (let move = 0; move < mostMoves && this.broken.size > 0; move += 1) this.mend(move);
    return this.broken.size === 0;
  }

  private restore({ values, sums }: { values: Float64Array; sums: Float64Array }): void {
    this.values.set(values);
    this.sums.set(sums);
  }

  /** How far a sum is outside what is known: negative below, positive above. */
  private excess(row: number, change = 0): number {
    const sum = (this.sums[row] as number) + change;
    const below = sum - (this.low[row] as number);
    if (below < -TOLERANCE) return below;
    const above = sum - (this.high[row] as number);
    return above > TOLERANCE ? above : 0;
  }

  private review(row: number): void {
    if (this.excess(row) === 0) this.broken.delete(row);
    else this.broken.add(row);
  }

  /** Makes the move that mends most of one broken sum. */
  private mend(now: number): void {
    const row = this.random.pick([...this.broken]);
    const { columns, weights } = this.constraints[row] as Constraint;
    const excess = this.excess(row);
    const start = columns.length > MOST_TRIED ? this.random.between(0, columns.length - 1) : 0;
    let best: Move = [];
    let least = Infinity;
    for (let tried = 0; tried < Math.min(columns.length, MOST_TRIED); tried += 1) {
      const place = (start + tried) % columns.length;
      const step = this.stepOf(columns[place] as number, weights?.[place] ?? 1, excess, now);
      for (const move of step === null ? [] : this.movesWith(step)) {
        const cost = this.costOf(move) + this.random.next() * 0.1;
        if (cost < least) [best, least] = [move, cost];
      }
    }
    for (const { column, change } of best) {
      this.apply({ column, change });
      this.lastChange[column] = change;
      this.lastMove[column] = now;
    }
  }

  private stepOf(column: number, weight: number, excess: number, now: number): Step | null {
    const isWhole = this.variables[column]?.isWhole === true;
    const wanted = -Math.sign(excess * weight) * (isWhole ? 1 : Math.abs(excess));
    const change = Math.max(wanted, -(this.values[column] as number));
    if (Math.abs(change) < TOLERANCE) return null;
    const isBack = change * (this.lastChange[column] as number) < 0;
    const isRecent = now - (this.lastMove[column] as number) < NO_RETURN;
    return isBack && isRecent ? null : { column, change };
  }

  private movesWith(step: Step): readonly Move[] {
    const companion = this.companions.get(step.column);
    const isPossible = companion !== undefined && (this.values[companion] as number) + step.change >= 0;
    return isPossible ? [[step], [step, { column: companion, change: step.change }]] : [[step]];
  }

  /** By how much a move breaks more than it mends. */
  private costOf([first, second]: Move): number {
    if (first === undefined) return Infinity;
    if (second === undefined) return this.stepCost(first);
    const own = this.stepCost(first);
    this.apply(first);
    const joint = own + this.stepCost(second);
    this.apply({ column: first.column, change: -first.change });
    return joint;
  }

  private stepCost({ column, change }: Step): number {
    let cost = 0;
    for (const { row, weight } of this.uses[column] ?? []) {
      cost += Math.abs(this.excess(row, weight * change)) - Math.abs(this.excess(row));
    }
    return cost;
  }

  private apply({ column, change }: Step): void {
    this.values[column] = (this.values[column] as number) + change;
    for (const { row, weight } of this.uses[column] ?? []) {
      this.sums[row] = (this.sums[row] as number) + weight * change;
      this.review(row);
    }
  }
}

function sumsOf(constraints: readonly Constraint[], world: Float64Array): Float64Array {
  return Float64Array.from(constraints, ({ columns, weights }) =>
    columns.reduce((sum, column, place) => sum + (weights?.[place] ?? 1) * (world[column] as number), 0),
  );
}

/** What a correction ties together: in an equation of four, the two that have opposite signs and come last. */
function companionsIn(constraints: readonly Constraint[]): ReadonlyMap<number, number> {
  const companions = new Map<number, number>();
  for (const { columns, low, high } of constraints) {
    const [, , now, then] = columns;
    if (low !== high || columns.length !== 4 || now === undefined || then === undefined) continue;
    companions.set(now, then);
    companions.set(then, now);
  }
  return companions;
}
