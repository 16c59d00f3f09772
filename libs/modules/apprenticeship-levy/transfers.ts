import type { LevyPolicy } from '#policy';

import { monthNumber } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows } from '../register/register-rows';
import { yearly, type MonthCredit } from './credits';
import { financialYearOf, ruleOfMonth } from './dated-rule';
import { ruleChoice } from './expiry';
import { LEVY_TRANSFERS } from './registers';
import { TRANSFER_BASE } from './rule-parameters';

const MONTHS_A_YEAR = 12;

/** Transfers of a financial year, pounds a year. */
export interface TransferYear {
  readonly year: number;
  /** Funds of the year before that the limit is a share of. */
  readonly base: number;
  readonly limit: number;
  /** Given to others: asked for, and within the limit. */
  readonly asked: number;
  readonly allowed: number;
  /** Offered by others. */
  readonly offered: number;
}

/**
 * Transfers by financial year. What is given is at most the share in force at the end of the year of the
 * funds that entered in the year before: declared levy x English share + top-up. A year before that the
 * projection does not cover in full is as entered, else estimated from its known or its first months.
 * Source: GOV.UK, transferring your apprenticeship levy to another business (50 % from 22 April 2024).
 */
export function transferYears(
  input: ProjectionInput,
  policy: LevyPolicy,
  credits: readonly MonthCredit[],
): readonly TransferYear[] {
  const years = [...new Set(credits.map(({ month }) => financialYearOf(month)))];
  const asked = poundsByYear(input, 'out', years);
  const offered = poundsByYear(input, 'in', years);
  return years.map((year, index) => {
    const base = fundsOfYear(year - 1, input, policy, credits);
    const march = monthNumber(`${year + 1}-03`);
    const limit = base * ruleOfMonth(policy.transferShare, march);
    const wanted = asked[index] ?? 0;
    const allowed = Math.min(wanted, limit);
    return { year, base, limit, asked: wanted, allowed, offered: offered[index] ?? 0 };
  });
}

function poundsByYear(
  input: ProjectionInput,
  direction: 'in' | 'out',
  years: readonly number[],
): readonly number[] {
  const rows = registerRows(input, LEVY_TRANSFERS).filter((row) => row.text('direction') === direction);
  const byRow = rows.map((row) => row.byYear('pounds', years));
  return years.map((_, index) => byRow.reduce((sum, pounds) => sum + (pounds[index] ?? 0), 0));
}

function fundsOfYear(
  year: number,
  input: ProjectionInput,
  policy: LevyPolicy,
  credits: readonly MonthCredit[],
): number {
  const own = credits.filter(({ month }) => financialYearOf(month) === year);
  const entered = yearly(input, 'apprenticeship-levy.funds-of-last-year', credits[0]?.month ?? 0);
  if (own.length < MONTHS_A_YEAR && entered > 0) return entered;
  const known = own.length > 0 ? own : credits.slice(0, MONTHS_A_YEAR);
  const keepsTopUp = ruleChoice(input, 'apprenticeship-levy.transfer-base') === TRANSFER_BASE.topUpKept;
  const formerTopUp = Math.max(...policy.topUp.map(({ value }) => value));
  const funds = known.reduce(
    (sum, { paidIn, topUp }) => sum + paidIn + (keepsTopUp ? paidIn * formerTopUp : topUp),
    0,
  );
  return (funds * MONTHS_A_YEAR) / known.length;
}
