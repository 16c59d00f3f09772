import { flagOf, type Flag, type Thresholds } from '../flags/flags';
import { yearOutturn, type Outturn } from '../outturn';
import {
  COMPARED_LINE_NAMES,
  COMPARED_LINES,
  compareMonth,
  comparePayToDate,
  summedVariance,
  type ComparedLine,
  type ComparedYear,
  type MonitoredUnit,
  type Variance,
} from '../variance';
import { summedYear } from './group-years';

/** A line of a month against plan; `variance` is null where plan or actual is not loaded. */
export interface ComparedMonth {
  /** Place in the year, from 0. */
  readonly month: number;
  readonly variance: Variance | null;
  readonly flag: Flag;
}

/** A line of a year against plan, in whole numbers of its smallest unit. */
export interface ComparedYearLine extends MonitoredUnit {
  readonly line: ComparedLine;
  readonly months: readonly ComparedMonth[];
  /** Pay from the beginning of the year to the last closed month; null of other lines. */
  readonly toDate: Variance | null;
  readonly outturn: Outturn;
}

/** Every line of one staff group against plan, or of several together. */
export function compareYear(
  groups: readonly ComparedYear[],
  thresholds: Thresholds,
): readonly ComparedYearLine[] {
  const whole = summedYear(groups);
  const closed = whole.actual.months.length;
  return COMPARED_LINE_NAMES.map((line) => ({
    line,
    ...COMPARED_LINES[line],
    months: Array.from({ length: closed }, (_, month) => {
      const variance = varianceOf(groups, whole, month, line);
      return {
        month,
        variance,
        flag: variance === null ? 'none' : flagOf(variance, thresholds[line]),
      };
    }),
    toDate:
      line === 'pay' && closed > 0 ? allOf(groups.map((year) => comparePayToDate(year, closed - 1))) : null,
    outturn: yearOutturn(whole, line),
  }));
}

/** Of sums the parts of the groups, added up; of rates those of the groups together. */
function varianceOf(
  groups: readonly ComparedYear[],
  whole: ComparedYear,
  month: number,
  line: ComparedLine,
): Variance | null {
  if (COMPARED_LINES[line].unit === 'share') return compareMonth(whole, month, line);
  return allOf(groups.map((year) => compareMonth(year, month, line)));
}

function allOf(variances: readonly (Variance | null)[]): Variance | null {
  const known = variances.filter((variance) => variance !== null);
  return known.length === variances.length && known.length > 0 ? summedVariance(known) : null;
}
