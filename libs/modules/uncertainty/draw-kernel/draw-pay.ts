import { pow, type GroupRunOutput } from '#engine';

import type { CompileContext, StartGroup } from '../../compilation';
import { highCostZone } from '../../pay-bill/band-pay';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

/** Pay of a band before awards and drift, and the publication after which awards are assumed. */
interface BandTerms {
  /** By year, at the middle of the scale, and how far the scale reaches. */
  readonly middle: readonly number[];
  readonly range: readonly number[];
  readonly publication: number;
  readonly hasSupplement: boolean;
}

/** High cost area supplement of a year: its share of pay within limits that rise with awards. */
interface SupplementTerms {
  readonly publication: number;
  readonly zones: readonly { readonly share: number; readonly least: number; readonly most: number }[];
}

/** Employer's National Insurance and pension of a year: shares of pay, and pounds a year that are free of insurance. */
interface OnCostsOfYear {
  readonly insurance: number;
  readonly threshold: number;
  readonly localPension: number;
  readonly centralPension: number;
}

/**
 * Pay of the people of a group draw by draw, by the formulas of the pay bill (`bandPays`, `compileCosts`,
 * `costOfOneFte`): pounds of each simulated month.
 */
export class DrawPay {
  /** Basic pay and supplement. */
  readonly pay: Float64Array;
  /** Employer National Insurance and local pension. */
  readonly onCosts: Float64Array;
  readonly centralPension: Float64Array;
  private readonly places: {
    readonly award: ValuesPlace;
    readonly drift: ValuesPlace;
    readonly position: ValuesPlace;
  };
  private readonly bands: readonly BandTerms[];
  private readonly supplement: SupplementTerms | null;
  /** Publications that awards follow, each once; `uplifts` has the awards since each, multiplied, by year. */
  private readonly publications: readonly number[];
  private readonly uplifts: Float64Array;
  /** Pounds a month of one FTE: `[year * bands + band]`. */
  private readonly pounds: Float64Array;
  private readonly onCostsOfYears: readonly OnCostsOfYear[];

  constructor(
    { group }: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    private readonly context: CompileContext,
  ) {
    const place = (parameter: string): ValuesPlace => drawn.placeOf(parameter, group.code);
    this.places = {
      award: place(group.medical ? 'pay-bill.medical-pay-award' : 'pay-bill.pay-award'),
      drift: place('pay-bill.pay-drift'),
      position: place('pay-bill.position-in-scale'),
    };
    const publications: number[] = [];
    const publicationOf = (year: number | undefined): number => {
      const published = year ?? context.input.calendar.firstYear - 1;
      if (!publications.includes(published)) publications.push(published);
      return publications.indexOf(published);
    };
    this.supplement = supplementTerms(context, publicationOf);
    this.bands = bandTerms(context, publicationOf, this.supplement !== null);
    this.publications = publications;
    this.uplifts = new Float64Array(publications.length * calendar.years);
    this.pounds = new Float64Array(calendar.years * this.bands.length);
    this.onCostsOfYears = onCostsOfYears(context, calendar.years);
    this.pay = new Float64Array(calendar.months);
    this.onCosts = new Float64Array(calendar.months);
    this.centralPension = new Float64Array(calendar.months);
  }

  /** Writes the pay of the people of a run, whose stocks stray by the factors at month ends. */
  write({ meanFte, headcount }: GroupRunOutput, factors: Float64Array): void {
    this.writePounds();
    const { pay, onCosts, centralPension } = this;
    const { yearOfMonth } = this.calendar;
    for (let month = 0; month < pay.length; month += 1) {
      const year = yearOfMonth[month] as number;
      const ofPay = this.payOf(meanFte, month, year);
      const heads = ((headcount[month] as number) + (headcount[month + 1] as number)) / 2;
      const ofYear = this.onCostsOfYears[year] as OnCostsOfYear;
      const { insurance, threshold } = ofYear;
      const factor = factors[month + 1] as number;
      pay[month] = ofPay * factor;
      onCosts[month] =
        (ofPay * (insurance + ofYear.localPension) - (insurance * threshold * heads) / 12) * factor;
      centralPension[month] = ofPay * ofYear.centralPension * factor;
    }
  }

  /** Pounds of a month; two sums side by side, so that neither waits for the other. */
  private payOf(meanFte: Float64Array, month: number, year: number): number {
    const { pounds } = this;
    const bands = this.bands.length;
    let fte = month * bands;
    let place = year * bands;
    const end = place + bands;
    let even = 0;
    let odd = 0;
    for (; place + 1 < end; place += 2) {
      even += (meanFte[fte] as number) * (pounds[place] as number);
      odd += (meanFte[fte + 1] as number) * (pounds[place + 1] as number);
      fte += 2;
    }
    if (place < end) even += (meanFte[fte] as number) * (pounds[place] as number);
    return even + odd;
  }

  private writePounds(): void {
    this.writeUplifts();
    const { values } = this.drawn;
    const { years } = this.calendar;
    const fromMiddle = (values[this.places.position] as number) - 0.5;
    let drift = 1;
    for (let year = 0; year < years; year += 1) {
      if (year > 0) drift *= 1 + (values[this.places.drift + year] as number);
      for (let band = 0; band < this.bands.length; band += 1) {
        const { middle, range, publication, hasSupplement } = this.bands[band] as BandTerms;
        const uplift = this.uplifts[publication * years + year] as number;
        const basic = ((middle[year] as number) + fromMiddle * (range[year] as number)) * uplift * drift;
        const supplement = hasSupplement ? this.supplementOf(basic, year) : 0;
        this.pounds[year * this.bands.length + band] = (basic + supplement) / 12;
      }
    }
  }

  /** Awards of the years after each publication, multiplied; the first award stands for the years before. */
  private writeUplifts(): void {
    const { values } = this.drawn;
    const { years } = this.calendar;
    const first = this.context.input.calendar.firstYear - 1;
    this.publications.forEach((published, publication) => {
      const earlier = Math.max(0, first - 1 - published);
      let uplift = earlier === 0 ? 1 : pow(1 + (values[this.places.award] as number), earlier);
      for (let year = 0; year < years; year += 1) {
        if (first + year > published) uplift *= 1 + (values[this.places.award + year] as number);
        this.uplifts[publication * years + year] = uplift;
      }
    });
  }

  private supplementOf(basic: number, year: number): number {
    if (this.supplement === null) return 0;
    const { publication, zones } = this.supplement;
    const { share, least, most } = zones[year] as SupplementTerms['zones'][number];
    const award = this.uplifts[publication * this.calendar.years + year] as number;
    return Math.min(most * award, Math.max(least * award, share * basic));
  }
}

function onCostsOfYears({ input }: CompileContext, years: number): readonly OnCostsOfYear[] {
  const { employerNationalInsurance, employerPension } = input.policy;
  return Array.from({ length: years }, (_, year) => ({
    insurance: employerNationalInsurance[year]?.rate ?? 0,
    threshold: employerNationalInsurance[year]?.thresholdPounds ?? 0,
    localPension: employerPension[year]?.local ?? 0,
    centralPension: employerPension[year]?.central ?? 0,
  }));
}

type PublicationOf = (year: number | undefined) => number;

function bandTerms(
  { input }: CompileContext,
  publicationOf: PublicationOf,
  hasSupplement: boolean,
): readonly BandTerms[] {
  const { basicPay, basicPayRange, payScalesTo, employerPension } = input.policy;
  const byYear = (given: readonly number[] | undefined): readonly number[] =>
    employerPension.map((_, year) => given?.[year] ?? 0);
  return input.bands.map((band) => ({
    middle: byYear(basicPay[band]),
    range: byYear(basicPayRange?.[band]),
    publication: publicationOf(payScalesTo[band]),
    hasSupplement: hasSupplement && band.startsWith('band-'),
  }));
}

function supplementTerms(context: CompileContext, publicationOf: PublicationOf): SupplementTerms | null {
  const zone = highCostZone(context);
  const areas = context.input.policy.highCostAreas;
  if (zone === null || areas === undefined) return null;
  return {
    publication: publicationOf(areas.publishedTo),
    zones: context.input.policy.employerPension.map((_, year) => {
      const { share = 0, minimumPounds = 0, maximumPounds = 0 } = areas.zones[zone][year] ?? {};
      return { share, least: minimumPounds, most: maximumPounds };
    }),
  };
}
