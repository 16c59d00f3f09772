import {
  REPORTED_LINE_NAMES,
  REPORTED_LINES,
  type ComparedYear,
  type MonitoredUnit,
  type ReportedLine,
  type WholeUnits,
} from '../variance';
import { summedYear, type StoredYear } from './group-years';
import type { ExpectedFigure } from './reforecast-figures';

/** A line in the months that are left: as planned and as reforecast, in its smallest units. */
export interface ExpectedLine extends MonitoredUnit {
  readonly line: ReportedLine;
  readonly months: readonly {
    /** Place in the year, from 0. */
    readonly month: number;
    readonly plan: WholeUnits | null;
    /** As planned where the reforecast says nothing; null without a reforecast. */
    readonly expected: WholeUnits | null;
    /** Expected less plan. */
    readonly difference: WholeUnits | null;
  }[];
}

/** Every reported line in the months that are left, of one staff group or of several together. */
export function monthsLeft(groups: readonly ComparedYear[]): readonly ExpectedLine[] {
  const { plan, actual, reforecast } = summedYear(groups);
  const closed = actual.months.length;
  return REPORTED_LINE_NAMES.map((line) => ({
    line,
    ...REPORTED_LINES[line],
    months: plan.months.slice(closed).map((figures, index) => {
      const planned = figures[line];
      const expected = reforecast[index]?.[line] ?? null;
      return {
        month: closed + index,
        plan: planned,
        expected,
        difference: expected === null || planned === null ? null : expected - planned,
      };
    }),
  }));
}

/** What the latest reforecast says of months that are not closed, so that the next one can go on from it. */
export function expectedFigures(
  { months, reforecast }: StoredYear,
  closed: number,
): readonly ExpectedFigure[] {
  const left = new Set(months.slice(closed + 1));
  return reforecast
    .filter(({ month }) => left.has(month))
    .map(({ units, ...place }) => ({ ...place, value: units / REPORTED_LINES[place.line].scale }));
}
