/**
 * The inner loops. Each runs over one block (a band of a group: cells age by age, ethnicities within
 * an age) of one measure, people or FTE.
 */
import type { Layout } from './layout';

/** What happens to a stock in a month by age band, as shares of the opening stock. */
export interface AgeTransition {
  /** Survives the month's exits. */
  readonly survives: Float64Array;
  /** Survives and stays in its age band. */
  readonly stays: Float64Array;
  /** Survives and passes on to the next age band. */
  readonly passes: Float64Array;
  /** Opening stock of the group by age band, summed up by `survive`. */
  readonly present: Float64Array;
}

/** Survivors of a block after exits and ageing; returns their sum and adds the opening stock by age. */
export function survive(
  source: Float64Array,
  target: Float64Array,
  base: number,
  transition: AgeTransition,
  layout: Layout,
): number {
  const { ages, ethnicities } = layout;
  const { stays, passes, present } = transition;
  let total = 0;
  let cell = base;
  let arriving = 0;
  for (let age = 0; age < ages; age += 1) {
    const staying = stays[age] as number;
    let stock = 0;
    for (const end = cell + ethnicities; cell < end; cell += 1) {
      const own = source[cell] as number;
      const younger = arriving > 0 ? arriving * (source[cell - ethnicities] as number) : 0;
      const value = staying * own + younger;
      target[cell] = value;
      stock += own;
      total += value;
    }
    present[age] = (present[age] as number) + stock;
    arriving = passes[age] as number;
  }
  return total;
}

/** A run of neighbouring cells. */
export interface Run {
  readonly cells: Float64Array;
  readonly base: number;
}

/** `target += factor * source` over `count` cells; returns the sum of what was added. */
export function addScaled(target: Run, source: Run, factor: number, count: number): number {
  const from = source.cells;
  const to = target.cells;
  let total = 0;
  let cell = target.base;
  for (let read = source.base; read < source.base + count; read += 1) {
    const value = factor * (from[read] as number);
    to[cell] = (to[cell] as number) + value;
    total += value;
    cell += 1;
  }
  return total;
}

/** Adds joiners spread by a profile over a block, each age band with its own factor. */
export function addByAge(
  target: Float64Array,
  profile: Float64Array,
  base: number,
  factors: Float64Array,
  ethnicities: number,
): void {
  let cell = base;
  for (let age = 0; age < factors.length; age += 1) {
    const factor = factors[age] as number;
    for (const end = cell + ethnicities; cell < end; cell += 1) {
      target[cell] = (target[cell] as number) + factor * (profile[cell] as number);
    }
  }
}

/** Closing stock of a block: the share of the survivors that stays in it, and the inflow. */
export function close(target: Run, survivors: Float64Array, keeps: number, inflow: Run, count: number): void {
  const closing = target.cells;
  const entering = inflow.cells;
  let read = inflow.base;
  for (let cell = target.base; cell < target.base + count; cell += 1) {
    closing[cell] = keeps * (survivors[cell] as number) + (entering[read] as number);
    read += 1;
  }
}
