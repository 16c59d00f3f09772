import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Flag } from '../flags/flags';
import type { ComparedLine } from '../variance';
import { compareYear, type ComparedYearLine } from './compare-year';
import { closedMonths, groupYears } from './group-years';
import type { MonitoredYear, Reforecast } from './monitored-year.repository';
import { expectedFigures, monthsLeft, type ExpectedLine } from './months-left';
import type { ExpectedFigure } from './reforecast-figures';
import type { StoredThresholds } from './threshold.repository';
import { ALL_STAFF, readVarianceNotes, type VarianceNote } from './variance-note.repository';
import { readYearContent, type YearKey } from './year-content';

/** A staff group of the plan and what is flagged of its last closed month. */
export interface MonitoredGroup {
  readonly code: string;
  readonly flags: Readonly<Record<ComparedLine, Flag>>;
}

/** A year against its plan: every line of one staff group, or of all together. */
export interface YearComparison {
  readonly year: MonitoredYear;
  /** The months of the year, `YYYY-MM`. */
  readonly months: readonly string[];
  readonly closedMonths: number;
  readonly staffGroup: string;
  readonly staffGroups: readonly MonitoredGroup[];
  readonly lines: readonly ComparedYearLine[];
  /** The months that are left. */
  readonly left: readonly ExpectedLine[];
  readonly reforecasts: readonly Reforecast[];
  /** What the latest reforecast says of the months that are left, of every staff group. */
  readonly expected: readonly ExpectedFigure[];
  readonly thresholds: StoredThresholds;
  readonly notes: readonly VarianceNote[];
}

/** @throws NotFoundError where no plan is frozen for the year, or the plan lacks the staff group */
export async function comparisonOf(
  manager: EntityManager,
  key: YearKey,
  staffGroup: string,
): Promise<YearComparison> {
  const { year, stored, reforecasts, thresholds } = await readYearContent(manager, key);
  const groups = groupYears(stored);
  const shown = [...groups].filter(([code]) => staffGroup === ALL_STAFF || code === staffGroup);
  if (shown.length === 0) throw new NotFoundError('The plan has no such staff group.', { staffGroup });
  const closed = closedMonths(stored);
  const years = shown.map(([, one]) => one);
  return {
    year,
    months: stored.months.slice(1),
    closedMonths: closed,
    staffGroup,
    staffGroups: [...groups].map(([code, one]) => ({
      code,
      flags: lastFlags(compareYear([one], thresholds.lines)),
    })),
    lines: compareYear(years, thresholds.lines),
    left: monthsLeft(years),
    reforecasts,
    expected: expectedFigures(stored, closed),
    thresholds,
    notes: await readVarianceNotes(manager, year.id),
  };
}

function lastFlags(lines: readonly ComparedYearLine[]): MonitoredGroup['flags'] {
  return Object.fromEntries(lines.map(({ line, months }) => [line, months.at(-1)?.flag ?? 'none'])) as Record<
    ComparedLine,
    Flag
  >;
}
