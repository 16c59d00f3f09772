import type { LevyPolicy } from '#policy';

import { monthNumber } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows } from '../register/register-rows';
import type { ReportQuestion } from '../reporting/module-report';
import { completionMonth, dueFor, type ApprenticeCohort } from './cohort';
import { apprenticeCohorts } from './cohorts';
import { monthCredits, type MonthCredit } from './credits';
import { financialYearOf, ruleOfCredit, ruleOfMonth } from './dated-rule';
import { expiryMonthOf, ruleChoice } from './expiry';
import {
  runLedger,
  type LedgerLot,
  type LedgerMonth,
  type LedgerMonthResult,
  type LedgerQuestion,
  type LotResult,
} from './ledger';
import { LEVY_OPENING_FUNDS } from './registers';
import { CO_INVESTMENT_BASIS } from './rule-parameters';
import { transferYears, type TransferYear } from './transfers';

const MONTHS_A_YEAR = 12;

/** A month of the levy account: what entered, what was due, what paid for it, what was lost. Pounds. */
export interface AccountMonth extends LedgerMonthResult {
  readonly credit: MonthCredit;
  /** Due from the levy for own apprentices: instalments and completion payments. */
  readonly instalments: number;
  readonly completions: number;
  /** Above the funding bands or not payable from the levy: the employer's own money. */
  readonly ownMoney: number;
  /** The employer's part of the shortfall; government pays the rest. */
  readonly employerCoInvestment: number;
}

/** The levy account of an organisation over a projection. */
export interface LevyAccount {
  readonly months: readonly AccountMonth[];
  readonly lots: readonly LotResult[];
  readonly transfers: readonly TransferYear[];
  readonly cohorts: readonly ApprenticeCohort[];
  /**
   * The same account carried on beyond the projection until its last apprentice has completed, with the
   * mean credit of its last twelve months: what further starts have to be paid from.
   */
  readonly ahead: LedgerQuestion;
}

/** The account of a projection under the levy's rules. Pure. */
export function levyAccount(question: ReportQuestion, policy: LevyPolicy): LevyAccount {
  const { input } = question;
  const credits = monthCredits(question, policy);
  const cohorts = apprenticeCohorts(input);
  const transfers = transferYears(input, policy, credits);
  const ledger: LedgerQuestion = {
    opening: openingLots(input),
    months: credits.map((credit) => ledgerMonth(credit, cohorts, transfers)),
    expiresIn: (entered) => expiryMonthOf(input, entered),
  };
  const { months, lots } = runLedger(ledger);
  return {
    months: months.map((month, index) => ({
      ...month,
      ...paymentsOfMonth(month, cohorts, { input, policy }),
      credit: credits[index] ?? { month: month.month, earnings: 0, levy: 0, paidIn: 0, topUp: 0 },
    })),
    lots,
    transfers,
    cohorts,
    ahead: carriedOn(ledger, { credits, cohorts, policy }),
  };
}

function openingLots(input: ProjectionInput): readonly LedgerLot[] {
  return registerRows(input, LEVY_OPENING_FUNDS)
    .map((row) => ({ enteredMonth: monthNumber(row.text('entered')), pounds: row.number('unspent') }))
    .sort((left, right) => left.enteredMonth - right.enteredMonth);
}

function ledgerMonth(
  { month, paidIn, topUp }: MonthCredit,
  cohorts: readonly ApprenticeCohort[],
  transfers: readonly TransferYear[],
): LedgerMonth {
  const ofYear = transfers.find(({ year }) => year === financialYearOf(month));
  return {
    month,
    paidIn: paidIn + topUp,
    due: dueIn(month, cohorts),
    transferIn: (ofYear?.offered ?? 0) / MONTHS_A_YEAR,
    transferOut: (ofYear?.allowed ?? 0) / MONTHS_A_YEAR,
  };
}

function dueIn(month: number, cohorts: readonly ApprenticeCohort[]): number {
  return cohorts.reduce((sum, cohort) => {
    const { instalments, completions } = dueFor(cohort, month);
    return sum + instalments + completions;
  }, 0);
}

interface Rules {
  readonly input: ProjectionInput;
  readonly policy: LevyPolicy;
}

/** What was due in a month, and the employer's part of the shortfall, which falls on all payments alike. */
function paymentsOfMonth(
  { month, shortfall }: LedgerMonthResult,
  cohorts: readonly ApprenticeCohort[],
  rules: Rules,
): Pick<AccountMonth, 'instalments' | 'completions' | 'ownMoney' | 'employerCoInvestment'> {
  const sums = { instalments: 0, completions: 0, ownMoney: 0 };
  let employerPart = 0;
  for (const cohort of cohorts) {
    const due = dueFor(cohort, month);
    sums.instalments += due.instalments;
    sums.completions += due.completions;
    sums.ownMoney += due.ownMoney;
    employerPart += (due.instalments + due.completions) * employerShare(cohort, month, rules);
  }
  const due = sums.instalments + sums.completions;
  return { ...sums, employerCoInvestment: due > 0 ? shortfall * (employerPart / due) : 0 };
}

/** Employer's share of a payment that the account cannot make: by start date, or by month of payment. */
function employerShare({ startMonth }: ApprenticeCohort, month: number, { input, policy }: Rules): number {
  const basis = ruleChoice(input, 'apprenticeship-levy.co-investment-basis');
  const at = basis === CO_INVESTMENT_BASIS.byPaymentMonth ? month : startMonth;
  return ruleOfMonth(policy.coInvestment, at);
}

function carriedOn(
  ledger: LedgerQuestion,
  basis: {
    readonly credits: readonly MonthCredit[];
    readonly cohorts: readonly ApprenticeCohort[];
    readonly policy: LevyPolicy;
  },
): LedgerQuestion {
  const recent = basis.credits.slice(-MONTHS_A_YEAR);
  const paidIn = recent.reduce((sum, credit) => sum + credit.paidIn, 0) / recent.length;
  const last = recent.at(-1)?.month ?? 0;
  const end = Math.max(
    last + 1 + Math.max(0, ...basis.policy.standards.map(({ plannedMonths }) => plannedMonths)),
    ...basis.cohorts.map(completionMonth),
  );
  const beyond = Array.from({ length: end - last }, (_, index): LedgerMonth => {
    const month = last + 1 + index;
    const topUp = paidIn * ruleOfCredit(basis.policy.topUp, month);
    return ledgerMonth({ month, earnings: 0, levy: 0, paidIn, topUp }, basis.cohorts, []);
  });
  return { ...ledger, months: [...ledger.months, ...beyond] };
}
