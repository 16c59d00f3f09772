import type { EngineGroup, GroupRunRates } from '#engine';

import type { CompileContext, StartGroup } from '../../compilation';
import { PLANNED_JOINERS } from '../../growth/planned-joiners';
import { NO_LIMIT_OF_POSTS } from '../../growth/recruitment';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

type PlannedSource = keyof typeof PLANNED_JOINERS;
const SOURCES = Object.keys(PLANNED_JOINERS) as readonly PlannedSource[];

interface DrawnPlan {
  readonly source: PlannedSource;
  readonly place: ValuesPlace;
  /** The month's share of its year. */
  readonly shares: Float64Array;
}

/** Joiners of a group draw by draw, by the formulas of growth (`compileRecruitment`). */
export class DrawJoiners {
  private readonly plans: readonly DrawnPlan[];
  private readonly absent: readonly DrawnPlan[];
  private readonly fillShare: ValuesPlace;

  /** @param model the group as it is laid out: its sources are those that a draw may have */
  constructor(
    private readonly start: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    model: EngineGroup,
    context: CompileContext,
  ) {
    const { code } = start.group;
    const laidOut = new Set<string>(model.recruitment.sources.map(({ source }) => source));
    const plans = SOURCES.map((source) => ({
      source,
      place: drawn.placeOf(PLANNED_JOINERS[source], code),
      shares: Float64Array.from(context.assumptions.profiles.shares(source, code)),
    }));
    this.plans = plans.filter(({ source }) => laidOut.has(source));
    this.absent = plans.filter(({ source }) => !laidOut.has(source));
    this.fillShare = drawn.placeOf('growth.share-of-vacancies-filled', code);
  }

  /** Writes the joiners of the draw in hand; false where it has joiners that are not laid out. */
  write(rates: GroupRunRates, establishment: Float64Array): boolean {
    if (this.absent.some((plan) => this.hasPeople(plan))) return false;
    this.plans.forEach((plan, index) => this.writePlanned(rates.joiners[index] as Float64Array, plan));
    if (rates.fillRate.length > 0) this.writeFilling(rates, establishment);
    return true;
  }

  private hasPeople({ place }: DrawnPlan): boolean {
    const { values } = this.drawn;
    for (let year = 0; year < this.calendar.years; year += 1) {
      if ((values[place + year] as number) > 0) return true;
    }
    return false;
  }

  private writePlanned(people: Float64Array, { place, shares }: DrawnPlan): void {
    const { values } = this.drawn;
    const { yearOfMonth } = this.calendar;
    for (let month = 0; month < people.length; month += 1) {
      people[month] = (values[place + (yearOfMonth[month] as number)] as number) * (shares[month] as number);
    }
  }

  /** Planned joiners are the most that may come; each source has its share of those of the month. */
  private writeFilling(rates: GroupRunRates, establishment: Float64Array): void {
    const { values } = this.drawn;
    for (let month = 0; month < this.calendar.months; month += 1) {
      const fill = values[this.fillShare + (this.calendar.yearOfMonth[month] as number)] as number;
      const planned = sharesOf(rates.joiners, month);
      rates.fillRate[month] = fill === 0 ? 1 : fill;
      rates.capacity[month] = planned * this.start.participation;
      rates.establishment[month] = fill === 0 ? NO_LIMIT_OF_POSTS : (establishment[month + 1] as number);
    }
  }
}

/** Turns the people of a month into shares of their sum, and gives it; nobody is the first source's. */
function sharesOf(joiners: readonly Float64Array[], month: number): number {
  let planned = 0;
  for (const people of joiners) planned += people[month] as number;
  for (let source = 0; source < joiners.length; source += 1) {
    const people = joiners[source] as Float64Array;
    people[month] = planned > 0 ? (people[month] as number) / planned : Number(source === 0);
  }
  return planned;
}
