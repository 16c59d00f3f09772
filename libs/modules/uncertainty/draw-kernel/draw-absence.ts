import type { CompileContext, StartGroup } from '../../compilation';
import { sicknessSeason } from '../../sickness-absence/season';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

/** Last place in the financial year: March. */
const MARCH = 11;

/** Absence of a group draw by draw, by the formulas of sickness (`absenceOfMonths`, `compileAbsence`). */
export class DrawAbsence {
  /** Shares of contracted FTE at month ends: of the month, and of the baseline month first. */
  readonly sickness: Float64Array;
  readonly other: Float64Array;
  /** Share that is not available beyond what the baseline allows for, by simulated month. */
  readonly unavailable: Float64Array;
  private readonly places: {
    readonly rate: ValuesPlace;
    readonly target: ValuesPlace;
    readonly other: ValuesPlace;
  };
  private readonly season: readonly number[];
  private readonly monthsToTarget: number;
  private readonly roundStart: number;

  constructor(
    { group }: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    { assumptions }: CompileContext,
  ) {
    const { code } = group;
    this.places = {
      rate: drawn.placeOf('sickness-absence.rate', code),
      target: drawn.placeOf('sickness-absence.target-rate', code),
      other: drawn.placeOf('sickness-absence.other-absence', code),
    };
    this.season = sicknessSeason(code);
    this.monthsToTarget = assumptions.atStart('sickness-absence.months-to-target', code);
    this.roundStart = calendar.yearOfMonth.findIndex((year) => year >= 1);
    this.sickness = new Float64Array(calendar.months + 1);
    this.other = new Float64Array(calendar.months + 1);
    this.unavailable = new Float64Array(calendar.months);
  }

  /** Writes the absence of the draw in hand. */
  write(): void {
    const { values } = this.drawn;
    const { placeInYear, yearOfMonth } = this.calendar;
    const { sickness, other, unavailable, places } = this;
    const otherAtStart = values[places.other] as number;
    const before = ((placeInYear[0] as number) + MARCH) % 12;
    sickness[0] = this.inSeason(values[places.rate] as number, before);
    other[0] = otherAtStart;
    for (let month = 0; month < unavailable.length; month += 1) {
      const sick = this.inSeason(this.rateOf(month), placeInYear[month] as number);
      const elsewhere = values[places.other + (yearOfMonth[month] as number)] as number;
      sickness[month + 1] = sick;
      other[month + 1] = elsewhere;
      unavailable[month] = Math.min(1, Math.max(0, sick + (elsewhere - otherAtStart)));
    }
  }

  private inSeason(rate: number, place: number): number {
    return Math.min(1, rate * (this.season[place] as number));
  }

  /** The year's rate on its way to the target. */
  private rateOf(month: number): number {
    const { values } = this.drawn;
    const rate = values[this.places.rate + (this.calendar.yearOfMonth[month] as number)] as number;
    if (this.monthsToTarget === 0) return rate;
    const passed = Math.max(0, month - this.roundStart + 1);
    const target = values[this.places.target] as number;
    return rate + Math.min(1, passed / this.monthsToTarget) * Math.min(0, target - rate);
  }
}
