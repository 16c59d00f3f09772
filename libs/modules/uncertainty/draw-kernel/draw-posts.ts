import { monthlyFactor, type CompileContext, type StartGroup } from '../../compilation';
import { postsRemoved, requirementReleased } from '../../efficiency/schemes';
import { postsOf } from '../../growth/requirements';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues } from './drawn-values';

/** Funded posts and requirement of a group at month ends, written for each draw. */
export interface DrawnPosts {
  readonly establishment: Float64Array;
  readonly requirement: Float64Array;
}

/**
 * Funded posts and requirement of a group draw by draw, by the formulas of growth and efficiency
 * (`compileEstablishment`, `requirementOf`, `productivityIndex`): growth compounds by the month, schemes
 * and the work under commitments and standards are the same in every draw.
 */
export class DrawPosts implements DrawnPosts {
  readonly establishment: Float64Array;
  readonly requirement: Float64Array;
  private readonly places;
  private readonly removed: Float64Array;
  private readonly released: Float64Array;
  private readonly work: WorkOfMonths;

  constructor(
    private readonly start: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    context: CompileContext,
  ) {
    const { code } = start.group;
    const place = (parameter: string): number => drawn.placeOf(parameter, code);
    this.places = {
      vacancyRate: place('growth.vacancy-rate-at-start'),
      establishmentGrowth: place('growth.establishment-growth'),
      requirementGrowth: place('growth.requirement-growth'),
      unmetNeed: place('growth.unmet-need'),
      productivity: place('efficiency.productivity'),
      inDeficit: place('efficiency.in-deficit'),
      deficitProductivity: place('efficiency.deficit-productivity'),
    };
    this.removed = Float64Array.from(postsRemoved(code, context));
    this.released = Float64Array.from(requirementReleased(code, context));
    this.work = workOfMonths(start, context);
    this.establishment = new Float64Array(calendar.months + 1);
    this.requirement = new Float64Array(calendar.months + 1);
  }

  /** True where the work of the group can be told from its growth. */
  get isKnown(): boolean {
    return this.work.perBase.every(Number.isFinite);
  }

  /** Writes the posts of the draw in hand. */
  write(): void {
    this.writeEstablishment();
    this.writeRequirement();
  }

  private writeEstablishment(): void {
    const { values } = this.drawn;
    const { establishment, removed, start, places } = this;
    const vacant = values[places.vacancyRate] as number;
    const opening = start.group.establishment ?? start.totalFte / (1 - vacant);
    const factors = this.factorsOf(places.establishmentGrowth);
    let path = 1;
    establishment[0] = Math.max(0, opening - (removed[0] as number));
    for (let end = 1; end < establishment.length; end += 1) {
      path *= this.inYearOf(end, factors);
      establishment[end] = Math.max(0, path * opening - (removed[end] as number));
    }
  }

  private writeRequirement(): void {
    const { values } = this.drawn;
    const { requirement, released, work, places } = this;
    const base = (this.establishment[0] as number) * (1 + (values[places.unmetNeed] as number));
    const growth = this.factorsOf(places.requirementGrowth);
    const productivity = this.productivityFactors();
    let path = 1;
    let output = 1;
    for (let end = 0; end < requirement.length; end += 1) {
      if (end > 0) {
        path *= this.inYearOf(end, growth);
        output *= this.inYearOf(end, productivity);
      }
      const needed = (base * path * (work.perBase[end] as number) + (work.apart[end] as number)) / output;
      requirement[end] = Math.max(0, needed - (released[end] as number));
    }
  }

  private inYearOf(end: number, factors: Float64Array): number {
    return factors[this.calendar.yearOfMonth[end - 1] as number] as number;
  }

  private factorsOf(place: number): Float64Array {
    const { years } = this.calendar;
    const { values } = this.drawn;
    const factors = new Float64Array(years);
    for (let year = 0; year < years; year += 1) {
      const rate = values[place + year] as number;
      factors[year] =
        year > 0 && rate === values[place + year - 1] ? (factors[year - 1] as number) : monthlyFactor(rate);
    }
    return factors;
  }

  private productivityFactors(): Float64Array {
    const { productivity, inDeficit, deficitProductivity } = this.places;
    const { values } = this.drawn;
    const factors = new Float64Array(this.calendar.years);
    let before = NaN;
    for (let year = 0; year < factors.length; year += 1) {
      const further = (values[inDeficit + year] as number) * (values[deficitProductivity + year] as number);
      const rate = (values[productivity + year] as number) + further;
      factors[year] = rate === before ? (factors[year - 1] as number) : monthlyFactor(rate);
      before = rate;
    }
    return factors;
  }
}

/** Work of a group at month ends before productivity: so much of the grown base, and so much beside it. */
interface WorkOfMonths {
  readonly perBase: Float64Array;
  readonly apart: Float64Array;
}

/** From the central case: commitments grow by drivers of the register, standards are FTE of their own. */
function workOfMonths(start: StartGroup, context: CompileContext): WorkOfMonths {
  const { parts, beforeProductivity } = postsOf(start, context).requirement;
  const apart = new Float64Array(beforeProductivity.length);
  for (const part of parts) {
    if (part.kind === 'workload-standard')
      part.beforeProductivity.forEach((fte, end) => (apart[end] = (apart[end] as number) + fte));
  }
  if (parts.length === 1) return { perBase: new Float64Array(apart.length).fill(1), apart };
  const unmet = context.assumptions.atStart('growth.unmet-need', start.group.code);
  const opening = postsOf(start, context).establishment.part[0] ?? 0;
  const growth = context.assumptions.path('growth.requirement-growth', start.group.code);
  const perBase = apart.map(
    (fte, end) => ((beforeProductivity[end] ?? 0) - fte) / (opening * (1 + unmet) * (growth[end] ?? 1)),
  );
  return { perBase, apart };
}
