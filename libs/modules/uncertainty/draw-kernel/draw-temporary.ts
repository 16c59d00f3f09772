import type { StartGroup } from '../../compilation';
import { calibrateNeed, type NeedCalibration } from '../../temporary-staffing/need';
import { capOf } from '../../temporary-staffing/supply';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

/** Means of the months by month end, people apart in FTE: of the baseline month first, then of each simulated one. */
export interface MeansOfMonths {
  readonly establishment: Float64Array;
  readonly inPost: Float64Array;
  readonly people: Float64Array;
  readonly absent: Float64Array;
}

/** What a month needs beyond its people in post, before calibration, in FTE. */
interface ModelledNeed {
  readonly vacancies: number;
  readonly absence: number;
  readonly demand: number;
}

/**
 * Temporary staff of a group draw by draw, month after month from the baseline, by the formulas of
 * temporary staffing (`modelledNeed`, `calibrateNeed`, `supplyOf`).
 */
export class DrawTemporary {
  /** FTE by month end: of the baseline month first. */
  readonly bank: Float64Array;
  readonly agency: Float64Array;
  readonly unfilled: Float64Array;
  private readonly places: Readonly<Record<keyof typeof PARAMETERS, ValuesPlace>>;

  constructor(
    { group }: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
  ) {
    this.places = Object.fromEntries(
      Object.entries(PARAMETERS).map(([name, parameter]) => [
        name,
        drawn.placeOf(`temporary-staffing.${parameter}`, group.code),
      ]),
    ) as typeof this.places;
    this.bank = new Float64Array(calendar.months + 1);
    this.agency = new Float64Array(calendar.months + 1);
    this.unfilled = new Float64Array(calendar.months + 1);
  }

  /** Writes the temporary staff of the draw in hand; the need is calibrated on the baseline month. */
  write(means: MeansOfMonths): void {
    const { values } = this.drawn;
    const { places } = this;
    const bankAtStart = values[places.bankAtStart] as number;
    const atStart = bankAtStart + (values[places.agencyAtStart] as number);
    const opening = this.modelled(means, 0, 0);
    const calibration = calibrateNeed(
      { vacancies: [opening.vacancies], absence: [opening.absence], aboveEstablishment: [opening.demand] },
      atStart,
    );
    const bankShare = atStart > 0 ? bankAtStart / atStart : (values[places.bankShareAtStart] as number);
    const need = needOf(opening, calibration);
    const agencyAtStart = need * (1 - bankShare);
    this.bank[0] = need * bankShare;
    this.agency[0] = need - need * bankShare;
    this.unfilled[0] = Math.max(0, need - this.bank[0] - this.agency[0]);
    for (let month = 0; month < this.calendar.months; month += 1) {
      const year = this.calendar.yearOfMonth[month] as number;
      this.writeMonth(month + 1, year, {
        need: needOf(this.modelled(means, month + 1, year), calibration),
        establishment: means.establishment[month + 1] as number,
        bankShare,
        agencyAtStart,
      });
    }
  }

  /** What a bank FTE of a year costs over one in post. */
  bankPremium(year: number): number {
    return this.drawn.values[this.places.bankPremium + year] as number;
  }

  /** What an agency FTE of a year costs over one in post. */
  agencyPremium(year: number): number {
    return this.drawn.values[this.places.agencyPremium + year] as number;
  }

  private writeMonth(
    end: number,
    year: number,
    from: Readonly<Record<'need' | 'establishment' | 'bankShare' | 'agencyAtStart', number>>,
  ): void {
    const { values } = this.drawn;
    const { places } = this;
    const share = Math.min(
      1,
      Math.max(0, from.bankShare + (values[places.bankShareChange + year] as number)),
    );
    const reduction = values[places.agencyReduction + year] as number;
    const ceiling = reduction > 0 ? from.agencyAtStart * (1 - reduction) : Infinity;
    const bankCap = capOf(values[places.bankCap + year], from.establishment);
    const agencyCap = Math.min(capOf(values[places.agencyCap + year], from.establishment), ceiling);
    const bank = Math.min(from.need * share, bankCap);
    const agency = Math.min(from.need - bank, agencyCap);
    this.bank[end] = bank;
    this.agency[end] = agency;
    this.unfilled[end] = Math.max(0, from.need - bank - agency);
  }

  private modelled(means: MeansOfMonths, end: number, year: number): ModelledNeed {
    const { values } = this.drawn;
    const { places } = this;
    const establishment = means.establishment[end] as number;
    const inPost = means.inPost[end] as number;
    const funded = Math.min(inPost, establishment) * (values[places.headroom + year] as number);
    const uncovered = Math.max(0, Math.min(inPost, means.absent[end] as number) - funded);
    return {
      vacancies: Math.max(0, establishment - inPost) * (values[places.fillShare + year] as number),
      absence: (values[places.coverShare + year] as number) * uncovered,
      demand: values[places.demand + year] as number,
    };
  }
}

function needOf(
  { vacancies, absence, demand }: ModelledNeed,
  { factor, demandFactor, unexplained }: NeedCalibration,
): number {
  return vacancies * factor + absence * factor + (demand * demandFactor + unexplained);
}

const PARAMETERS = {
  fillShare: 'vacancy-fill-share',
  coverShare: 'absence-cover-share',
  headroom: 'funded-headroom',
  demand: 'demand-above-establishment',
  bankAtStart: 'bank-at-start',
  agencyAtStart: 'agency-at-start',
  bankShareAtStart: 'bank-share-at-start',
  bankShareChange: 'bank-share-change',
  bankCap: 'bank-cap',
  agencyCap: 'agency-cap',
  agencyReduction: 'agency-reduction',
  bankPremium: 'bank-premium',
  agencyPremium: 'agency-premium',
} as const;
