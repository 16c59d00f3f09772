import { EXIT_CAUSES, expm1, log1p, type GroupRunRates } from '#engine';

import { monthlyFactor, type CompileContext, type StartGroup } from '../../compilation';
import { schemeExits } from '../../efficiency/schemes';
import { exitShares, leaverShares } from '../../retention/exit-causes';
import {
  interventionsFor,
  interventionsOf,
  participationFactors,
  reductionByMonth,
} from '../../retention/interventions';
import {
  annualLeaving,
  figureParameter,
  measureOfYear,
  type LeaverMeasure,
} from '../../retention/leaver-basis';
import { retirementBands, retirementFactors } from '../../retention/retirement-by-age';
import type { DrawCalendar } from './draw-calendar';
import type { DrawnValues } from './drawn-values';

const CAUSES = EXIT_CAUSES.length;
const VOLUNTARY = EXIT_CAUSES.indexOf('voluntary');
const RETIREMENT = EXIT_CAUSES.indexOf('retirement');

/**
 * Exits of a group draw by draw, by the formulas of retention (`compileExits`): with the year's chance of
 * leaving `q`, the hazard of a cause in a month is `-ln(1 - q)` times the cause's share, the month's weight,
 * and for those who leave of their own accord what interventions leave of it.
 */
export class DrawExits {
  private readonly places;
  private readonly measures: readonly LeaverMeasure[];
  /** Share of a cause in the year's hazard: `[year * causes + cause]`. */
  private readonly shares: Float64Array;
  private readonly weights: Float64Array;
  private readonly retained: Float64Array;
  private readonly participation: Float64Array;
  private readonly plannedShares: Float64Array;
  private readonly leaving: Float64Array;
  private readonly hazards: Float64Array;
  private readonly retirement: readonly number[] | null;

  constructor(
    private readonly start: StartGroup,
    private readonly drawn: DrawnValues,
    private readonly calendar: DrawCalendar,
    context: CompileContext,
  ) {
    const { code } = start.group;
    const { assumptions, input, timeline } = context;
    const shares = exitShares(start, context);
    const basis = assumptions.atStart('retention.leaver-rate-basis', code);
    const place = (parameter: string): number => drawn.placeOf(parameter, code);
    this.places = {
      figure: place(figureParameter(basis)),
      participation: place('retention.participation-change'),
      planned: place('retention.planned-exits'),
    };
    this.measures = leaverShares(shares).map((ofYear) => measureOfYear(code, ofYear, context));
    this.shares = Float64Array.from({ length: calendar.years * CAUSES }, (_, index) => {
      return shares.byCause[index % CAUSES]?.[Math.floor(index / CAUSES)] ?? 0;
    });
    const interventions = interventionsFor(interventionsOf(input, timeline), code);
    this.weights = Float64Array.from(assumptions.profiles.shares('leavers', code));
    this.retained = Float64Array.from(reductionByMonth(interventions, calendar.months), (share) => 1 - share);
    this.participation = Float64Array.from(participationFactors(interventions, calendar.months));
    this.plannedShares = Float64Array.from(assumptions.profiles.shares('planned-exits', code));
    this.leaving = Float64Array.from(schemeExits(code, context));
    this.hazards = new Float64Array(calendar.years);
    this.retirement = retirementBands(start, context);
  }

  /** Writes the exits and the participation of the draw in hand. */
  write(rates: GroupRunRates): void {
    const ages = rates.exitHazard.length / (this.calendar.months * CAUSES);
    this.writeHazards(rates.exitHazard, ages);
    if (this.retirement !== null) this.spreadRetirement(rates.exitHazard, this.retirement);
    this.writePlanned(rates.plannedExits);
    this.writeParticipation(rates.participationFactor);
  }

  /** People at the start who are expected to leave for a cause in the first month (`firstMonthExits`). */
  firstMonthExits(hazard: Float64Array, cause: number): number {
    const { ageShares } = this.start.group;
    const share = ageShares.reduce(
      (sum, ofAge, age) => sum - ofAge * expm1(-(hazard[age * CAUSES + cause] as number)),
      0,
    );
    return this.start.totalHeadcount * share;
  }

  private writeHazards(hazard: Float64Array, ages: number): void {
    const { yearOfMonth, months } = this.calendar;
    const ofYear = this.hazardOfYears();
    for (let month = 0; month < months; month += 1) {
      const year = yearOfMonth[month] as number;
      const ofMonth = (ofYear[year] as number) * (this.weights[month] as number);
      for (let cause = 0; cause < CAUSES; cause += 1) {
        const kept = cause === VOLUNTARY ? (this.retained[month] as number) : 1;
        const each = ofMonth * (this.shares[year * CAUSES + cause] as number) * kept;
        for (let age = 0; age < ages; age += 1) hazard[(month * ages + age) * CAUSES + cause] = each;
      }
    }
  }

  private hazardOfYears(): Float64Array {
    const { values } = this.drawn;
    const place = this.places.figure;
    const { hazards } = this;
    this.measures.forEach((measure, year) => {
      const figure = values[place + year] as number;
      const isAsBefore =
        year > 0 &&
        figure === values[place + year - 1] &&
        measure.leftOut === this.measures[year - 1]?.leftOut;
      hazards[year] = isAsBefore
        ? (hazards[year - 1] as number)
        : -log1p(-annualLeaving({ ...measure, figure }));
    });
    return hazards;
  }

  /** The group's hazard of retirement times the factor of each age, from the rates of the first month. */
  private spreadRetirement(hazard: Float64Array, bands: readonly number[]): void {
    const ages = bands.length;
    let others = 0;
    for (let cause = 0; cause < CAUSES; cause += 1) {
      if (cause !== RETIREMENT) others += hazard[cause] as number;
    }
    const factors = retirementFactors(bands, {
      ageShares: this.start.group.ageShares,
      retiring: -expm1(-(hazard[RETIREMENT] as number)),
      otherStay: 1 + expm1(-others),
    });
    if (factors === null) return;
    for (let row = 0; row < this.calendar.months * ages; row += 1) {
      const place = row * CAUSES + RETIREMENT;
      hazard[place] = (hazard[place] as number) * (factors[row % ages] as number);
    }
  }

  private writePlanned(planned: Float64Array): void {
    const { values } = this.drawn;
    for (let month = 0; month < planned.length; month += 1) {
      const ofYear = values[this.places.planned + (this.calendar.yearOfMonth[month] as number)] as number;
      planned[month] = ofYear * (this.plannedShares[month] as number) + (this.leaving[month] as number);
    }
  }

  private writeParticipation(factors: Float64Array): void {
    const { values } = this.drawn;
    let before = NaN;
    let factor = 1;
    for (let month = 0; month < factors.length; month += 1) {
      const change = values[
        this.places.participation + (this.calendar.yearOfMonth[month] as number)
      ] as number;
      if (change !== before) factor = monthlyFactor(change);
      before = change;
      factors[month] = factor * (this.participation[month] as number);
    }
  }
}
