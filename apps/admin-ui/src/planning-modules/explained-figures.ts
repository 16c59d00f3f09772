import type { NumberQuestion } from '../api/analysis-types';
import type { OverviewStaffGroup } from '../api/types';
import { marchOf, type ShownCell } from '#modules/report-layout';

/** `<module> <table>` -> column -> the measure that its figures are, of the group and period of their row. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'growth bridge': {
    plannedExits: 'exits-planned',
    movesIn: 'moves-in',
    movesOut: 'moves-out',
    closing: 'headcount',
  },
  'growth posts': { establishment: 'establishment', requirement: 'requirement', inPost: 'fte' },
  'growth requirement': { requirement: 'requirement' },
  'training-supply lines': {
    commissioned: 'training-commissioned',
    recruited: 'training-recruited',
    qualifying: 'training-qualifying',
    employed: 'training-employed',
    joiners: 'joiners-newly-qualified',
  },
  'training-supply forecast-demand': {
    requirement: 'requirement',
    inPost: 'fte',
    planned: 'joiners-newly-qualified',
  },
  'international-recruitment pipeline': {
    offers: 'international-offers',
    arrivals: 'international-arrivals',
    registrations: 'international-registrations',
    waiting: 'awaiting-registration-headcount',
  },
  'temporary-staffing years': { bankCost: 'pay-bill-bank', agencyCost: 'pay-bill-agency' },
  'pay-bill staff-groups': { payBill: 'pay-bill' },
};

/** Measures whose sums over staff groups are explained too. */
const SUMMED: ReadonlySet<string> = new Set(['fte', 'establishment', 'requirement', 'pay-bill']);

function periodOf({ row }: ShownCell): Pick<NumberQuestion, 'month' | 'span'> | null {
  const year = row?.['year'];
  const month = row?.['month'];
  if (typeof year === 'number') return { month: marchOf(year), span: 'year' };
  return typeof month === 'string' ? { month, span: 'month' } : null;
}

/**
 * The question that explains a cell of a report; null where the cell isn't one measure of one staff group, or of a
 * sum of them, in one period.
 */
export function questionOfCell(
  key: string,
  cell: ShownCell,
  groups: readonly Pick<OverviewStaffGroup, 'code' | 'name' | 'isLeaf'>[],
): NumberQuestion | null {
  const measure = MEASURES[key]?.[cell.column];
  const period = periodOf(cell);
  const group = groups.find(({ name }) => name === cell.row?.['staffGroup']);
  if (measure === undefined || period === null || group === undefined || cell.value === null) return null;
  if (!group.isLeaf && (period.span !== 'year' || !SUMMED.has(measure))) return null;
  return { staffGroup: group.code, measure, ...period };
}
