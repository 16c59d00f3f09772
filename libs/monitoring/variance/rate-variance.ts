import { exactVariance } from './exact-variance';
import { COMPARED_LINES, toWholeUnits, type YearFigures } from './lines';
import type { ComparedYear } from './substantive-variance';
import type { Variance } from './variance';
import { sumOf } from './whole-parts';

/** Sickness absence of a month against plan; null where plan or actual is not loaded. */
export function sicknessVariance({ plan, actual }: ComparedYear, month: number): Variance | null {
  const planned = plan.months[month]?.sickness ?? null;
  const came = actual.months[month]?.sickness ?? null;
  return planned === null || came === null ? null : exactVariance(planned, came, {}, 'sickness');
}

export interface Turnover {
  readonly left: number;
  readonly meanInPost: number;
}

/**
 * Turnover from the beginning of the year to a month against plan: leavers over mean staff in post at the
 * months' ends. `leavers` is what other leavers make on the planned staff in post; what another number of staff
 * in post makes is `staff-in-post`.
 *
 * @returns null where leavers or staff in post of a month are not loaded.
 */
export function turnoverVariance({ plan, actual }: ComparedYear, month: number): Variance | null {
  const planned = turnoverTo(plan, month);
  const came = turnoverTo(actual, month);
  if (planned === null || came === null) return null;
  const share = ({ left, meanInPost }: Turnover): number =>
    toWholeUnits(left / meanInPost, COMPARED_LINES.turnover);
  const leavers = ((came.left - planned.left) / planned.meanInPost) * COMPARED_LINES.turnover.scale;
  return exactVariance(share(planned), share(came), { leavers }, 'staff-in-post');
}

/** Leavers to a month and mean staff in post; null where a month is not loaded or nobody is in post. */
export function turnoverTo({ months }: YearFigures, month: number): Turnover | null {
  const sofar = months.slice(0, month + 1);
  const left = sofar.map(({ leavers }) => leavers).filter((units) => units !== null);
  const inPost = sofar.map(({ substantive }) => substantive).filter((units) => units !== null);
  if (left.length <= month || inPost.length <= month) return null;
  const meanInPost = sumOf(inPost) / inPost.length;
  return meanInPost > 0 ? { left: sumOf(left), meanInPost } : null;
}
