import type { LevyPolicy } from '#policy';

import { monthNumber, monthText } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import type { ReportTable } from '../reporting/module-report';
import type { LevyAccount } from './account';
import { completions, dueFor, inTraining, starts, type ApprenticeCohort } from './cohort';
import { usualCompletion, usualFunding } from './cohorts';
import { financialYearOf } from './dated-rule';
import { costPerStart, furtherStarts } from './headroom';

const MONTHS_A_YEAR = 12;

function pounds(key: string, label: string) {
  return { key, label, unit: 'pounds' } as const;
}

/** The account month by month. */
export function ledgerTable({ months }: LevyAccount): ReportTable {
  return {
    key: 'ledger',
    title: 'Levy account by month',
    columns: [
      { key: 'month', label: 'Month', unit: 'month' },
      pounds('opening', 'Opening balance'),
      pounds('paidIn', 'Levy paid in'),
      pounds('topUp', 'Top-up'),
      pounds('instalments', 'Due by the month'),
      pounds('completions', 'Due on completion'),
      pounds('paidByTransfer', 'Paid by transfers received'),
      pounds('spent', 'Paid from the account'),
      pounds('transferredOut', 'Transferred to others'),
      pounds('expired', 'Expired'),
      pounds('closing', 'Closing balance'),
      pounds('shortfall', 'Co-investment'),
      pounds('employerCoInvestment', 'of which the employer'),
      pounds('ownMoney', 'Above the funding band'),
    ],
    rows: months.map((month) => ({
      month: monthText(month.month),
      opening: month.opening,
      paidIn: month.credit.paidIn,
      topUp: month.credit.topUp,
      instalments: month.instalments,
      completions: month.completions,
      paidByTransfer: month.paidByTransfer,
      spent: month.spent,
      transferredOut: month.transferredOut,
      expired: month.expired,
      closing: month.closing,
      shortfall: month.shortfall,
      employerCoInvestment: month.employerCoInvestment,
      ownMoney: month.ownMoney,
    })),
  };
}

/** What became of the funds of each month, and when the rest expires. */
export function lotsTable({ lots }: LevyAccount): ReportTable {
  return {
    key: 'expiry',
    title: 'Funds by month of entry',
    columns: [
      { key: 'entered', label: 'Entered', unit: 'month' },
      { key: 'expires', label: 'Expires', unit: 'month' },
      pounds('paidIn', 'Funds'),
      pounds('spent', 'Spent'),
      pounds('transferredOut', 'Transferred to others'),
      pounds('expired', 'Expired'),
      pounds('balance', 'Left at the end'),
    ],
    rows: lots.map(({ enteredMonth, expiresIn, ...lot }) => ({
      entered: monthText(enteredMonth),
      expires: monthText(expiresIn),
      paidIn: lot.paidIn,
      spent: lot.spent,
      transferredOut: lot.transferredOut,
      expired: lot.expired,
      balance: lot.balance,
    })),
  };
}

/** Apprentices of each standard by financial year, with what they cost. */
export function apprenticesTable({ months, cohorts }: LevyAccount): ReportTable {
  const standards = [...new Set(cohorts.map(({ standard }) => standard))];
  const years = [...new Set(months.map(({ month }) => financialYearOf(month)))];
  return {
    key: 'apprentices',
    title: 'Apprentices by standard and year',
    columns: [
      { key: 'standard', label: 'Standard', unit: 'text' },
      { key: 'title', label: 'Title', unit: 'text' },
      { key: 'year', label: 'Year', unit: 'financial-year' },
      { key: 'starts', label: 'Starts', unit: 'headcount' },
      { key: 'completions', label: 'Completed', unit: 'headcount' },
      { key: 'withdrawals', label: 'Withdrew', unit: 'headcount' },
      { key: 'inTraining', label: 'In training at 31 March', unit: 'headcount' },
      pounds('fromLevy', 'Due from the levy'),
      pounds('ownMoney', 'Above the funding band'),
    ],
    rows: standards.flatMap((standard) => {
      const own = cohorts.filter((cohort) => cohort.standard === standard);
      return years.map((year) => ({
        standard,
        title: own[0]?.title ?? standard,
        year,
        ...yearOf(
          own,
          months.map(({ month }) => month).filter((month) => financialYearOf(month) === year),
        ),
      }));
    }),
  };
}

function yearOf(cohorts: readonly ApprenticeCohort[], months: readonly number[]) {
  const total = (value: (cohort: ApprenticeCohort, month: number) => number): number =>
    cohorts.reduce((sum, cohort) => months.reduce((all, month) => all + value(cohort, month), sum), 0);
  const last = months.at(-1) ?? 0;
  return {
    starts: total(starts),
    completions: total(completions),
    withdrawals: total(withdrawals),
    inTraining: cohorts.reduce((sum, cohort) => sum + inTraining(cohort, last), 0),
    fromLevy: total((cohort, month) => {
      const due = dueFor(cohort, month);
      return due.instalments + due.completions;
    }),
    ownMoney: total((cohort, month) => dueFor(cohort, month).ownMoney),
  };
}

/** People of the cohort who withdraw in a month. */
function withdrawals(cohort: ApprenticeCohort, month: number): number {
  const place = month - cohort.firstMonth;
  if (place < 0 || place >= cohort.months) return 0;
  const before = place === 0 ? cohort.people : inTraining(cohort, month - 1);
  return before - inTraining(cohort, month);
}

/** Transfers by financial year against the limit. */
export function transfersTable({ transfers }: LevyAccount): ReportTable {
  return {
    key: 'transfers',
    title: 'Transfers by year',
    columns: [
      { key: 'year', label: 'Year', unit: 'financial-year' },
      pounds('base', 'Funds of the year before'),
      pounds('limit', 'Limit'),
      pounds('asked', 'To be given'),
      pounds('allowed', 'Within the limit'),
      pounds('offered', 'Offered by others'),
    ],
    rows: transfers.map((year) => ({ ...year })),
  };
}

/** Further starts of each standard open to people of any age that the account can carry from the first April after the baseline. */
export function headroomTable(account: LevyAccount, input: ProjectionInput, policy: LevyPolicy): ReportTable {
  const from = firstApril(input);
  const months = account.months
    .map(({ month }) => month)
    .filter((month) => month >= from && (month - from) % MONTHS_A_YEAR === 0);
  const open = policy.standards.filter((standard) => usualFunding(standard, policy, from) > 0);
  return {
    key: 'headroom',
    title: 'Further starts with no co-investment',
    columns: [
      { key: 'standard', label: 'Standard', unit: 'text' },
      { key: 'title', label: 'Title', unit: 'text' },
      { key: 'from', label: 'From', unit: 'month' },
      pounds('price', 'Price (funding band)'),
      { key: 'once', label: 'Once', unit: 'headcount' },
      { key: 'everyYear', label: 'Every year from then', unit: 'headcount' },
    ],
    rows: open.map((standard) => {
      const completionRate = standard.completionRate ?? usualCompletion(input);
      const solve = (intakes: readonly number[]): number =>
        Math.floor(
          furtherStarts(
            account.ahead,
            costPerStart(account.ahead, { standard, completionRate, months: intakes }, policy),
          ),
        );
      return {
        standard: standard.reference,
        title: standard.title,
        from: monthText(from),
        price: standard.fundingBandPounds,
        once: solve([from]),
        everyYear: solve(months),
      };
    }),
  };
}

function firstApril({ calendar }: ProjectionInput): number {
  const first = monthNumber(calendar.baselineMonth) + 1;
  return Math.max(first, monthNumber(`${calendar.firstYear}-04`));
}
