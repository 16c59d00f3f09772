import { JOINER_SOURCES, type GroupRunOutput } from '#engine';

import type { CompileContext, StartGroup } from '../../compilation';
import { levyRates } from '../../pay-bill/levy-rates';
import { DOMESTIC_RECRUITS } from '../../pay-bill/lines';
import { shortfall } from '../../sickness-absence';
import { HEADLINE_MEASURES, type HeadlineMeasure } from '../projection-draws';
import { DrawAbsence } from './draw-absence';
import type { DrawCalendar } from './draw-calendar';
import { DrawPay } from './draw-pay';
import type { DrawnPosts } from './draw-posts';
import { DrawPreceptorship } from './draw-preceptorship';
import { DrawTemporary, type MeansOfMonths } from './draw-temporary';
import type { DrawnValues, ValuesPlace } from './drawn-values';

const RECRUITS = DOMESTIC_RECRUITS.map((line) =>
  JOINER_SOURCES.findIndex((source) => line === `joiners-${source}`),
);
const placeOf = (measure: HeadlineMeasure): number => HEADLINE_MEASURES.indexOf(measure);
const HEADCOUNT = placeOf('headcount');
const FTE = placeOf('fte');
const AVAILABLE = placeOf('available-fte');
const ESTABLISHMENT = placeOf('establishment');
const REQUIREMENT = placeOf('requirement');
const BANK = placeOf('bank-fte');
const AGENCY = placeOf('agency-fte');
const UNFILLED = placeOf('unfilled-fte');
const SHORTFALL = placeOf('shortfall');
const PAY_BILL = placeOf('pay-bill');

/** The headline measures of a group draw by draw: what `deriveLines` gives of a simulated group. */
export class DrawLines {
  readonly absence: DrawAbsence;
  private readonly pay: DrawPay;
  private readonly temporary: DrawTemporary;
  private readonly preceptorship: DrawPreceptorship;
  private readonly levy: Float64Array;
  private readonly means: MeansOfMonths;
  private readonly recruits: Float64Array;
  private readonly places: {
    readonly plannedAbsence: ValuesPlace;
    readonly costPerRecruit: ValuesPlace;
    readonly trainingPerHead: ValuesPlace;
  };

  constructor(
    start: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    private readonly posts: DrawnPosts,
    context: CompileContext,
  ) {
    const { code } = start.group;
    this.absence = new DrawAbsence(start, drawn, calendar, context);
    this.pay = new DrawPay(start, drawn, calendar, context);
    this.temporary = new DrawTemporary(start, drawn, calendar);
    this.preceptorship = new DrawPreceptorship(start, drawn, calendar, context);
    this.levy = Float64Array.from(levyRates(context));
    const byMonthEnd = (): Float64Array => new Float64Array(calendar.months + 1);
    this.means = {
      establishment: byMonthEnd(),
      inPost: byMonthEnd(),
      people: byMonthEnd(),
      absent: byMonthEnd(),
    };
    this.recruits = new Float64Array(calendar.months);
    this.places = {
      plannedAbsence: drawn.placeOf('sickness-absence.planned-absence', code),
      costPerRecruit: drawn.placeOf('pay-bill.cost-per-domestic-recruit', code),
      trainingPerHead: drawn.placeOf('pay-bill.training-cost-per-head', code),
    };
  }

  /**
   * Writes the measures of a run one after the other, each at all month ends.
   *
   * @param factors on the stocks at month ends
   * @returns false where the group runs empty: what one of nobody costs is not worked out here
   */
  write(lines: Float64Array, run: GroupRunOutput, factors: Float64Array): boolean {
    this.absence.write();
    this.pay.write(run, factors);
    this.preceptorship.write(run, factors);
    this.writeStocks(lines, run, factors);
    const isStaffed = this.writeMeans(lines);
    this.temporary.write(this.means);
    this.writeShortfall(lines);
    this.writePayBill(lines, run);
    return isStaffed;
  }

  private writeStocks(lines: Float64Array, { headcount, fte }: GroupRunOutput, factors: Float64Array): void {
    const ends = headcount.length;
    const { unavailable } = this.absence;
    let before = fte[0] as number;
    for (let end = 0; end < ends; end += 1) {
      const factor = factors[end] as number;
      const own = fte[end] as number;
      const absent = unavailable[Math.max(0, end - 1)] as number;
      lines[HEADCOUNT * ends + end] = (headcount[end] as number) * factor;
      lines[FTE * ends + end] = own * factor;
      lines[AVAILABLE * ends + end] = ((before + own) / 2) * (1 - absent) * factor;
      before = own;
    }
    lines.set(this.posts.establishment, ESTABLISHMENT * ends);
    lines.set(this.posts.requirement, REQUIREMENT * ends);
  }

  /** Means of each month, of which the opening month has its end; false where nobody is in post in one. */
  private writeMeans(lines: Float64Array): boolean {
    const { establishment, inPost, people, absent } = this.means;
    const { sickness, other } = this.absence;
    const ends = inPost.length;
    let isStaffed = true;
    for (let end = 0; end < ends; end += 1) {
      const before = Math.max(0, end - 1);
      const fte = ((lines[FTE * ends + end] as number) + (lines[FTE * ends + before] as number)) / 2;
      inPost[end] = fte;
      people[end] =
        ((lines[HEADCOUNT * ends + end] as number) + (lines[HEADCOUNT * ends + before] as number)) / 2;
      establishment[end] =
        ((lines[ESTABLISHMENT * ends + end] as number) + (lines[ESTABLISHMENT * ends + before] as number)) /
        2;
      absent[end] = fte * (sickness[end] as number) + fte * (other[end] as number);
      if (end > 0 && fte === 0) isStaffed = false;
    }
    return isStaffed;
  }

  /** Writes temporary staff, what they and people in preceptorship make of what is available, and the shortfall. */
  private writeShortfall(lines: Float64Array): void {
    const { bank, agency, unfilled } = this.temporary;
    const ends = bank.length;
    const plannedAbsence = this.drawn.values[this.places.plannedAbsence] as number;
    lines.set(bank, BANK * ends);
    lines.set(agency, AGENCY * ends);
    lines.set(unfilled, UNFILLED * ends);
    for (let end = 0; end < ends; end += 1) {
      const available = this.availableOf(lines[AVAILABLE * ends + end] as number, end);
      lines[AVAILABLE * ends + end] = available;
      lines[SHORTFALL * ends + end] = shortfall({
        requirement: lines[REQUIREMENT * ends + end] as number,
        plannedAbsence,
        available,
        temporary: (bank[end] as number) + (agency[end] as number),
      });
    }
  }

  /** Takes the part of the work off that people in preceptorship lack. */
  private availableOf(available: number, end: number): number {
    const missing = end === 0 ? 0 : (this.preceptorship.missing[end - 1] as number);
    const people = this.means.people[end] as number;
    const isLacking = missing !== 0 && this.means.inPost[end] !== 0 && people !== 0;
    return Math.max(0, isLacking ? available - (missing * available) / people : available);
  }

  /** Pay of the people in post, temporary staff, levy, recruitment and training. */
  private writePayBill(lines: Float64Array, run: GroupRunOutput): void {
    const { means, levy, temporary, recruits, places } = this;
    const { pay, onCosts, centralPension } = this.pay;
    const { yearOfMonth, months } = this.calendar;
    const { values } = this.drawn;
    this.writeRecruits(run);
    const first = PAY_BILL * (months + 1);
    lines[first] = 0;
    for (let month = 0; month < months; month += 1) {
      const end = month + 1;
      const year = yearOfMonth[month] as number;
      const inPost = means.inPost[end] as number;
      const ofPay = pay[month] as number;
      const ofEmployer = ofPay + (onCosts[month] as number);
      const bank = ((temporary.bank[end] as number) * (1 + temporary.bankPremium(year))) / inPost;
      const agency = ((temporary.agency[end] as number) * (1 + temporary.agencyPremium(year))) / inPost;
      const ofLevy = (levy[end] as number) * (ofPay + bank * ofPay);
      const inPostAndTemporary = ofEmployer * (1 + bank + agency) + (centralPension[month] as number);
      const ofRecruits = (recruits[month] as number) * (values[places.costPerRecruit + year] as number);
      const ofTraining =
        ((means.people[end] as number) * (values[places.trainingPerHead + year] as number)) / 12;
      lines[first + end] = inPostAndTemporary + ofLevy + (ofRecruits + ofTraining);
    }
  }

  private writeRecruits({ joiners }: GroupRunOutput): void {
    const { recruits } = this;
    recruits.fill(0);
    for (const source of RECRUITS) {
      const ofSource = joiners[source] as Float64Array;
      for (let month = 0; month < recruits.length; month += 1) {
        recruits[month] = (recruits[month] as number) + (ofSource[month] as number);
      }
    }
  }
}
