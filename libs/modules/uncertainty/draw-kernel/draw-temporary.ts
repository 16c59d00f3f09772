import type { StartGroup } from '../../compilation';
import { calibrateNeed, type NeedCalibration } from '../../temporary-staffing/need';
import { capOf } from '../../temporary-staffing/supply';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues, ValuesPlace } from './drawn-values';

/** What the need of a month rests on, means of the month in FTE. */
export interface MonthOfPosts {
  readonly establishment: number;
  readonly inPost: number;
  readonly absent: number;
}

/**
 * Temporary staff of a group draw by draw, month after month from the baseline, by the formulas of
 * temporary staffing (`modelledNeed`, `calibrateNeed`, `supplyOf`).
 */
export class DrawTemporary {
  /** FTE of the month last worked out. */
  bank = 0;
  agency = 0;
  unfilled = 0;
  private readonly places: Readonly<Record<keyof typeof PARAMETERS, ValuesPlace>>;
  private calibration: NeedCalibration = { factor: 1, demandFactor: 1, unexplained: 0 };
  private bankShareAtStart = 0;
  private agencyAtStart = 0;
  private vacancies = 0;
  private absence = 0;
  private demand = 0;

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
  }

  /** Works out the baseline month, on which the need is calibrated. */
  begin(posts: MonthOfPosts): void {
    const { values } = this.drawn;
    const { places } = this;
    const bankAtStart = values[places.bankAtStart] as number;
    const atStart = bankAtStart + (values[places.agencyAtStart] as number);
    this.model(posts, 0);
    this.calibration = calibrateNeed(
      { vacancies: [this.vacancies], absence: [this.absence], aboveEstablishment: [this.demand] },
      atStart,
    );
    this.bankShareAtStart = atStart > 0 ? bankAtStart / atStart : (values[places.bankShareAtStart] as number);
    const need = this.need();
    this.agencyAtStart = need * (1 - this.bankShareAtStart);
    this.share(need, this.bankShareAtStart, { bank: Infinity, agency: Infinity });
  }

  /** Works out a simulated month. */
  month(posts: MonthOfPosts, month: number): void {
    const { values } = this.drawn;
    const { places } = this;
    const year = this.calendar.yearOfMonth[month] as number;
    this.model(posts, year);
    const change = values[places.bankShareChange + year] as number;
    const reduction = values[places.agencyReduction + year] as number;
    const ceiling = reduction > 0 ? this.agencyAtStart * (1 - reduction) : Infinity;
    this.share(this.need(), Math.min(1, Math.max(0, this.bankShareAtStart + change)), {
      bank: capOf(values[places.bankCap + year], posts.establishment),
      agency: Math.min(capOf(values[places.agencyCap + year], posts.establishment), ceiling),
    });
  }

  /** What a bank or agency FTE of a simulated month costs over one in post. */
  premium(kind: 'bank' | 'agency', month: number): number {
    const place = kind === 'bank' ? this.places.bankPremium : this.places.agencyPremium;
    return this.drawn.values[place + (this.calendar.yearOfMonth[month] as number)] as number;
  }

  private model({ establishment, inPost, absent }: MonthOfPosts, year: number): void {
    const { values } = this.drawn;
    const { places } = this;
    const funded = Math.min(inPost, establishment) * (values[places.headroom + year] as number);
    const vacant = Math.max(0, establishment - inPost);
    const uncovered = Math.max(0, Math.min(inPost, absent) - funded);
    this.vacancies = vacant * (values[places.fillShare + year] as number);
    this.absence = (values[places.coverShare + year] as number) * uncovered;
    this.demand = values[places.demand + year] as number;
  }

  private need(): number {
    const { factor, demandFactor, unexplained } = this.calibration;
    return this.vacancies * factor + this.absence * factor + (this.demand * demandFactor + unexplained);
  }

  private share(
    need: number,
    bankShare: number,
    cap: { readonly bank: number; readonly agency: number },
  ): void {
    this.bank = Math.min(need * bankShare, cap.bank);
    this.agency = Math.min(need - this.bank, cap.agency);
    this.unfilled = Math.max(0, need - this.bank - this.agency);
  }
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
