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
import { DrawTemporary } from './draw-temporary';
import type { DrawnValues, ValuesPlace } from './drawn-values';

const RECRUITS = DOMESTIC_RECRUITS.map((line) =>
  JOINER_SOURCES.findIndex((source) => line === `joiners-${source}`),
);
const PLACE = Object.fromEntries(HEADLINE_MEASURES.map((measure, place) => [measure, place])) as Readonly<
  Record<HeadlineMeasure, number>
>;

/** The headline measures of a group draw by draw: what `deriveLines` gives of a simulated group. */
export class DrawLines {
  readonly absence: DrawAbsence;
  private readonly pay: DrawPay;
  private readonly temporary: DrawTemporary;
  private readonly preceptorship: DrawPreceptorship;
  private readonly levy: Float64Array;
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
    return this.writeMonths(lines, run);
  }

  private writeStocks(lines: Float64Array, { headcount, fte }: GroupRunOutput, factors: Float64Array): void {
    const ends = headcount.length;
    const { unavailable } = this.absence;
    let before = fte[0] as number;
    for (let end = 0; end < ends; end += 1) {
      const factor = factors[end] as number;
      const own = fte[end] as number;
      const absent = unavailable[Math.max(0, end - 1)] as number;
      lines[PLACE.headcount * ends + end] = (headcount[end] as number) * factor;
      lines[PLACE.fte * ends + end] = own * factor;
      lines[PLACE['available-fte'] * ends + end] = ((before + own) / 2) * (1 - absent) * factor;
      before = own;
    }
    lines.set(this.posts.establishment, PLACE.establishment * ends);
    lines.set(this.posts.requirement, PLACE.requirement * ends);
  }

  private writeMonths(lines: Float64Array, run: GroupRunOutput): boolean {
    const { calendar, temporary } = this;
    const ends = calendar.months + 1;
    const at = (measure: HeadlineMeasure, end: number): number =>
      lines[PLACE[measure] * ends + end] as number;
    let isStaffed = true;
    for (let end = 0; end < ends; end += 1) {
      const before = Math.max(0, end - 1);
      const inPost = (at('fte', end) + at('fte', before)) / 2;
      const people = (at('headcount', end) + at('headcount', before)) / 2;
      const posts = {
        establishment: (at('establishment', end) + at('establishment', before)) / 2,
        inPost,
        absent:
          inPost * (this.absence.sickness[end] as number) + inPost * (this.absence.other[end] as number),
      };
      if (end === 0) temporary.begin(posts);
      else temporary.month(posts, end - 1);
      this.writeAvailable(lines, end, inPost, people);
      lines[PLACE['bank-fte'] * ends + end] = temporary.bank;
      lines[PLACE['agency-fte'] * ends + end] = temporary.agency;
      lines[PLACE['unfilled-fte'] * ends + end] = temporary.unfilled;
      lines[PLACE.shortfall * ends + end] = this.shortfallOf(lines, end);
      lines[PLACE['pay-bill'] * ends + end] = end === 0 ? 0 : this.payBill(run, end - 1, inPost, people);
      if (end > 0 && inPost === 0) isStaffed = false;
    }
    return isStaffed;
  }

  /** Takes the part of the work off that people in preceptorship lack. */
  private writeAvailable(lines: Float64Array, end: number, inPost: number, people: number): void {
    const place = PLACE['available-fte'] * (this.calendar.months + 1) + end;
    const available = lines[place] as number;
    const missing = end === 0 ? 0 : (this.preceptorship.missing[end - 1] as number);
    const isLacking = missing !== 0 && inPost !== 0 && people !== 0;
    lines[place] = Math.max(0, isLacking ? available - (missing * available) / people : available);
  }

  private shortfallOf(lines: Float64Array, end: number): number {
    const ends = this.calendar.months + 1;
    return shortfall({
      requirement: lines[PLACE.requirement * ends + end] as number,
      plannedAbsence: this.drawn.values[this.places.plannedAbsence] as number,
      available: lines[PLACE['available-fte'] * ends + end] as number,
      temporary: this.temporary.bank + this.temporary.agency,
    });
  }

  /** Pay of the people in post, temporary staff, levy, recruitment and training. */
  private payBill(run: GroupRunOutput, month: number, inPost: number, people: number): number {
    const { pay, temporary } = this;
    const ofPay = pay.pay[month] as number;
    const ofEmployer = ofPay + (pay.onCosts[month] as number);
    const bank = (temporary.bank * (1 + temporary.premium('bank', month))) / inPost;
    const agency = (temporary.agency * (1 + temporary.premium('agency', month))) / inPost;
    const levy = (this.levy[month + 1] as number) * (ofPay + bank * ofPay);
    const inPostAndTemporary = ofEmployer * (1 + bank + agency) + (pay.centralPension[month] as number);
    return inPostAndTemporary + levy + this.recruitmentAndTraining(run, month, people);
  }

  private recruitmentAndTraining({ joiners }: GroupRunOutput, month: number, people: number): number {
    const { values } = this.drawn;
    const year = this.calendar.yearOfMonth[month] as number;
    let recruits = 0;
    for (const source of RECRUITS) recruits += (joiners[source] as Float64Array)[month] as number;
    const perRecruit = values[this.places.costPerRecruit + year] as number;
    const perHead = values[this.places.trainingPerHead + year] as number;
    return recruits * perRecruit + (people * perHead) / 12;
  }
}
