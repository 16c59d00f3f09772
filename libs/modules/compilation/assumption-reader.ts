import { pow } from '#engine';

import type { ProfiledFlow } from '../growth/monthly-profiles.register';
import type { ResolvedAssumptions } from '../projection/projection-input';
import { CompileMemory, type Reading } from './compile-memory';
import { precededBy, productOfSeries } from './month-series';
import type { MonthlyProfiles } from './monthly-profiles';
import type { Timeline } from './timeline';

/** The whole organisation; also the group whose value serves groups without one of their own. */
export const ALL_STAFF = 'all-staff';

/** An assumption that the input lacks. */
export class MissingAssumptionError extends Error {
  readonly code = 'missing-assumption';

  constructor(
    readonly parameter: string,
    readonly staffGroup: string,
  ) {
    super(`assumptions: ${parameter} has no value for ${staffGroup} or ${ALL_STAFF}`);
    this.name = 'MissingAssumptionError';
  }
}

/** Reads resolved assumptions by year and spreads them over the months of a timeline. */
export class AssumptionReader {
  /** What the step in hand has read so far. */
  private readings: Reading[] = [];

  constructor(
    private readonly assumptions: ResolvedAssumptions,
    private readonly timeline: Timeline,
    readonly profiles: MonthlyProfiles,
    private readonly memory: CompileMemory = new CompileMemory(),
  ) {}

  /**
   * The result of a step of the compilation, taken from the memory if its basis and everything that it
   * reads here are as they were. `step` names it once for each organisation.
   */
  recall<T>(step: string, basis: object, compile: () => T): T {
    const isUnchanged = ({ parameter, staffGroup, values }: Reading): boolean =>
      this.valuesOf(parameter, staffGroup) === values;
    const known = this.memory.known(step, basis, isUnchanged);
    if (known !== undefined) {
      this.readings.push(...known.readings);
      return known.result as T;
    }
    const readBefore = this.readings;
    this.readings = [];
    const result = compile();
    const { readings } = this;
    this.readings = readBefore;
    this.readings.push(...readings);
    this.memory.keep(step, { basis, readings, result });
    return result;
  }

  /** The result of some work together with what it reads here. */
  traced<T>(work: () => T): { readonly result: T; readonly readings: readonly Reading[] } {
    const readBefore = this.readings;
    this.readings = [];
    const result = work();
    const { readings } = this;
    this.readings = readBefore;
    return { result, readings };
  }

  /** Values by year, index 0 being the year before the round's first. @throws MissingAssumptionError */
  yearly(parameter: string, staffGroup: string): readonly number[] {
    const values = this.valuesOf(parameter, staffGroup);
    if (values === undefined) throw new MissingAssumptionError(parameter, staffGroup);
    this.readings.push({ parameter, staffGroup, values });
    return values;
  }

  /** The value in force at the baseline, for parameters that one value serves. */
  atStart(parameter: string, staffGroup: string): number {
    return this.yearly(parameter, staffGroup)[0] ?? 0;
  }

  /** The year's value, converted once per year, in each month. */
  monthly(parameter: string, staffGroup: string, convert?: (value: number) => number): readonly number[] {
    const values = this.yearly(parameter, staffGroup);
    return this.spread(convert === undefined ? values : values.map((value) => convert(value)));
  }

  /** A year's total of a flow, divided over its months by the profile in force. */
  planned(parameter: string, staffGroup: string, flow: ProfiledFlow): readonly number[] {
    return productOfSeries(this.monthly(parameter, staffGroup), this.profiles.shares(flow, staffGroup));
  }

  /** 1 at the baseline, then compounding by the month: `prod (1 + rate)^(1/12)`, one value per month end. */
  path(parameter: string, staffGroup: string): readonly number[] {
    return this.compounding(this.yearly(parameter, staffGroup));
  }

  /** The path of yearly growth rates that are not one assumption's own. */
  compounding(ratesByYear: readonly number[]): readonly number[] {
    const factors = this.spread(ratesByYear.map(monthlyFactor));
    const path = precededBy(1, factors);
    for (let end = 1; end < path.length; end += 1) path[end] = (path[end - 1] ?? 1) * (path[end] ?? 1);
    return path;
  }

  private valuesOf(parameter: string, staffGroup: string): readonly number[] | undefined {
    const byGroup = this.assumptions[parameter];
    return (byGroup?.[staffGroup] ?? byGroup?.[ALL_STAFF])?.values;
  }

  /** Picks each month's year out of values by year. */
  spread(byYear: readonly number[]): readonly number[] {
    const { yearOfMonth } = this.timeline;
    const byMonth = new Array<number>(yearOfMonth.length);
    for (let month = 0; month < byMonth.length; month += 1)
      byMonth[month] = byYear[yearOfMonth[month] ?? 0] ?? 0;
    return byMonth;
  }
}

/** Monthly factor of an annual growth rate: `(1 + rate)^(1/12)`. */
export function monthlyFactor(rate: number): number {
  return pow(1 + rate, 1 / 12);
}
