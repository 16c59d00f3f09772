import { monthNumber, monthText } from '../compilation';
import type { ReportTable } from '../reporting/module-report';
import { column, STAFF_GROUP_COLUMN } from '../reporting/report-columns';
import type { Intervention } from './interventions';

/**
 * When each intervention begins, when it is fully in place, and what it does then.
 *
 * @param months of the projection, the baseline's first
 */
export function timelineTable(
  interventions: readonly Intervention[],
  months: readonly string[],
): ReportTable {
  const baseline = monthNumber(months[0] ?? '');
  // Place 0 is the month after the baseline.
  const monthAt = (place: number): string => monthText(baseline + 1 + place);
  return {
    key: 'timeline',
    title: 'Interventions on a timeline',
    columns: [
      column('name', 'Intervention', 'text'),
      STAFF_GROUP_COLUMN,
      column('from', 'Begins', 'month'),
      column('full', 'Fully in place', 'month'),
      column('until', 'Acts until', 'month'),
      column('coverage', 'Covered then', 'share'),
      column('effect', 'Effect on those covered', 'share'),
    ],
    rows: interventions.map(({ name, staffGroup, startMonth, fullMonth, coverage, effect }) => ({
      name,
      staffGroup: staffGroup ?? 'All staff groups',
      // The ramp begins the month before the first one with any coverage.
      from: monthAt(startMonth + 1),
      full: monthAt(fullMonth),
      until: months.at(-1) ?? null,
      coverage,
      effect,
    })),
  };
}
