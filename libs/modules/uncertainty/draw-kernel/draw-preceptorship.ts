import { JOINER_SOURCES, type GroupRunOutput } from '#engine';

import type { CompileContext, StartGroup } from '../../compilation';
import { HALF_OF_MONTH } from '../../training-supply/preceptorship';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

const NEWLY_QUALIFIED = JOINER_SOURCES.indexOf('newly-qualified');

/** People in preceptorship draw by draw, by the formulas of training supply (`preceptorshipFte`). */
export class DrawPreceptorship {
  /** Share of an experienced colleague's work that people in preceptorship lack, in people by simulated month. */
  readonly missing: Float64Array;
  private readonly stay: Float64Array;
  private readonly length: number;
  private readonly productivity: ValuesPlace;

  constructor(
    { group }: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    { assumptions }: CompileContext,
  ) {
    this.length = Math.floor(assumptions.atStart('training-supply.preceptorship-months', group.code));
    this.productivity = drawn.placeOf('training-supply.preceptorship-productivity', group.code);
    this.missing = new Float64Array(calendar.months);
    this.stay = new Float64Array(calendar.months);
  }

  /** Writes what is missing in a run, whose people stray by the factors at month ends. */
  write(run: GroupRunOutput, factors: Float64Array): void {
    const joined = run.joiners[NEWLY_QUALIFIED] as Float64Array;
    if (this.length === 0 || !hasPeople(joined)) {
      this.missing.fill(0);
      return;
    }
    this.writeStay(run, factors);
    const { values } = this.drawn;
    for (let month = 0; month < joined.length; month += 1) {
      const year = this.calendar.yearOfMonth[month] as number;
      this.missing[month] =
        (1 - (values[this.productivity + year] as number)) * this.preceptees(joined, month);
    }
  }

  /** Mean people in preceptorship of a month: those of this month by half, and whom of earlier ones stayed. */
  private preceptees(joined: Float64Array, month: number): number {
    let sum = (joined[month] as number) * HALF_OF_MONTH;
    let survival = 1;
    for (let age = 1; age <= this.length && age <= month; age += 1) {
      survival *= this.stay[month - age] as number;
      sum += (joined[month - age] as number) * survival * (age === this.length ? HALF_OF_MONTH : 1);
    }
    return sum;
  }

  /** Share of the group who stay in each month. */
  private writeStay({ headcount, exits, plannedExits }: GroupRunOutput, factors: Float64Array): void {
    for (let month = 0; month < this.stay.length; month += 1) {
      let leaving = plannedExits[month] as number;
      for (const ofCause of exits) leaving += ofCause[month] as number;
      const exposed = Math.max((headcount[month] as number) * (factors[month] as number), leaving);
      this.stay[month] = exposed === 0 ? 1 : 1 - leaving / exposed;
    }
  }
}

function hasPeople(joined: Float64Array): boolean {
  for (let month = 0; month < joined.length; month += 1) if (joined[month] !== 0) return true;
  return false;
}
