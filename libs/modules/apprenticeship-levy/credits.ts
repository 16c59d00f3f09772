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
 * Credits of every projected month. Earnings are those that the pay lines levy (people in post and bank
 * staff, no agency) and what the pay lines leave out; a month's levy enters the account on the 23rd of the
 * next month. The first month's credit rests on the earnings of that month itself, for those of the
 * baseline month are not projected.
 */
export function monthCredits(question: ReportQuestion, policy: LevyPolicy): readonly MonthCredit[] {
  const { input, output } = question;
  const baseline = monthNumber(input.calendar.baselineMonth);
  return output.months.slice(1).map((_, index) => {
    const month = baseline + 1 + index;
    const earned = month - 1;
    const rate = ruleOfMonth(policy.rate, earned);
    const earnings = earningsOf(question, Math.max(1, index), policy);
    const allowance = ruleOfMonth(policy.allowancePounds, earned) / MONTHS_A_YEAR;
    const share = yearly(input, 'apprenticeship-levy.allowance-share', earned);
    const levy = levyOn(earnings, rate, share * allowance);
    const paidIn = levy * yearly(input, 'apprenticeship-levy.english-share', month);
    const topUp = paidIn * ruleOfCredit(policy.topUp, month);
    return { month, earnings, levy, paidIn, topUp };
  });
}

/** Earnings of a month: what the levy in the pay bill is its rate of, and the further earnings entered. */
function earningsOf({ input, output }: ReportQuestion, index: number, policy: LevyPolicy): number {
  const month = monthNumber(input.calendar.baselineMonth) + index;
  const rate = ruleOfMonth(policy.rate, month);
  const levied = output.staffGroups.reduce(
    (sum, { series }) => sum + (series['pay-bill-apprenticeship-levy'][index] ?? 0),
    0,
  );
  return rate > 0 ? (levied / rate) * (1 + yearly(input, 'apprenticeship-levy.further-earnings', month)) : 0;
}

/** Value of an assumption of the whole organisation in the financial year of a month. */
export function yearly({ assumptions, calendar }: ProjectionInput, parameter: string, month: number): number {
  const values = assumptions[parameter]?.[ALL_STAFF]?.values ?? [];
  const place = financialYearOf(month) - calendar.firstYear + 1;
  return values[Math.min(values.length - 1, Math.max(0, place))] ?? 0;
}
