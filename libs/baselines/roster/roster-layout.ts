import { readMonthlyColumns } from '../monthly/monthly-columns';
import type { FileLayout } from '../reading/read-header';

/** The columns that are read from a roster. */
export const ROSTER_FIELDS = [
  'staff-group',
  'month',
  'cost-centre',
  'overtime-hours',
  'bank-hours',
  'agency-hours',
  'overtime-cost',
  'bank-cost',
  'agency-cost',
  'person',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];

/** A roster's hours: a row for each staff group and month, and for each cost centre if wanted. */
export function rosterLayout(): FileLayout<RosterField> {
  return {
    what: 'a roster',
    documentation: 'docs/ledger-and-roster.md',
    columns: readMonthlyColumns('roster', ROSTER_FIELDS),
    needed: [['staff-group'], ['month'], ['bank-hours', 'agency-hours', 'overtime-hours']],
  };
}
