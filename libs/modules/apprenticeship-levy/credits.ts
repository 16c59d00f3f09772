import type { LevyPolicy } from '#policy';

import { ALL_STAFF, monthNumber } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import type { ReportQuestion } from '../reporting/module-report';
import { financialYearOf, ruleOfCredit, ruleOfMonth } from './dated-rule';

const MONTHS_A_YEAR = 12;

/** What a month's earnings bring: the levy declared on them, and what enters the account a month later. */
export interface MonthCredit {
  readonly month: number;
  /** Earnings liable to employer National Insurance of the month before. */
  readonly earnings: number;
  /** Levy on them, after the allowance. */
  readonly levy: number;
  /** Levy x share of staff in England. */
  readonly paidIn: number;
  readonly topUp: number;
}

/** Levy on a pay bill over the months of an allowance: `max(0, rate x pay bill - allowance)`. Source: Finance Act 2016, part 6. */
export function levyOn(payBill: number, rate: number, allowance: number): number {
  return Math.max(0, rate * payBill - allowance);
}

/**
 * Credits of every projected month. Earnings are basic pay and what the pay lines leave out; a month's
 * levy enters the account on the 23rd of the next month. The first month's credit rests on the earnings of
 * that month itself, for those of the baseline month are not projected.
 */
export function monthCredits({ input, output }: ReportQuestion, policy: LevyPolicy): readonly MonthCredit[] {
  const baseline = monthNumber(input.calendar.baselineMonth);
  const earnings = output.months.map((_, index) => earningsOf({ input, output }, Math.max(1, index)));
  return output.months.slice(1).map((_, index) => {
    const month = baseline + 1 + index;
    const earned = month - 1;
    const allowance = ruleOfMonth(policy.allowancePounds, earned) / MONTHS_A_YEAR;
    const share = yearly(input, 'apprenticeship-levy.allowance-share', earned);
    const levy = levyOn(earnings[index] ?? 0, ruleOfMonth(policy.rate, earned), share * allowance);
    const paidIn = levy * yearly(input, 'apprenticeship-levy.english-share', month);
    const topUp = paidIn * ruleOfCredit(policy.topUp, month);
    return { month, earnings: earnings[index] ?? 0, levy, paidIn, topUp };
  });
}

function earningsOf({ input, output }: ReportQuestion, index: number): number {
  const month = monthNumber(input.calendar.baselineMonth) + index;
  const basic = output.staffGroups.reduce(
    (sum, { series }) => sum + (series['pay-bill-basic'][index] ?? 0),
    0,
  );
  return basic * (1 + yearly(input, 'apprenticeship-levy.further-earnings', month));
}

/** Value of an assumption of the whole organisation in the financial year of a month. */
export function yearly({ assumptions, calendar }: ProjectionInput, parameter: string, month: number): number {
  const values = assumptions[parameter]?.[ALL_STAFF]?.values ?? [];
  const place = financialYearOf(month) - calendar.firstYear + 1;
  return values[Math.min(values.length - 1, Math.max(0, place))] ?? 0;
}
