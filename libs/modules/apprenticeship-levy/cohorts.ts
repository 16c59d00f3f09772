import type { LevyPolicy, LevyStandard } from '#policy';

import { ALL_STAFF, monthNumber } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { registerRows, type RegisterRow } from '../register/register-rows';
import { paymentsOf, type ApprenticeCohort, type ApprenticePayments } from './cohort';
import { financialYearOf, ruleOfMonth } from './dated-rule';
import { APPRENTICES_IN_TRAINING, APPRENTICESHIP_STARTS } from './registers';

/** First level whose levy funding depends on age. */
const LEVEL_SEVEN = 7;

/** What an entry's apprenticeship is before anyone starts it. */
export interface ApprenticeshipTerms {
  readonly standard: LevyStandard | undefined;
  readonly plannedMonths: number | null;
  readonly bandPounds: number | null;
}

/** Months and band of an entry, from the entry or from the standard; null where neither says. */
export function termsOf(row: RegisterRow, policy: LevyPolicy): ApprenticeshipTerms {
  const reference = row.text('standard').trim();
  const standard = policy.standards.find((each) => each.reference === reference);
  return {
    standard,
    plannedMonths: row.optionalNumber('plannedMonths') ?? standard?.plannedMonths ?? null,
    bandPounds: row.optionalNumber('fundingBand') ?? standard?.fundingBandPounds ?? null,
  };
}

/**
 * Every cohort of apprentices of a projection: those in training at the baseline, then those who start,
 * by entry, year and intake. None where the input holds no levy rules. The input must have passed its check.
 */
export function apprenticeCohorts(input: ProjectionInput): readonly ApprenticeCohort[] {
  const policy = input.policy.apprenticeshipLevy;
  if (policy === undefined) return [];
  return [
    ...registerRows(input, APPRENTICES_IN_TRAINING).map((row) => underWay(row, input, policy)),
    ...registerRows(input, APPRENTICESHIP_STARTS).flatMap((row) => starting(row, input, policy)),
  ];
}

function underWay(row: RegisterRow, input: ProjectionInput, policy: LevyPolicy): ApprenticeCohort {
  const startMonth = monthNumber(row.text('startMonth'));
  const firstMonth = monthNumber(input.calendar.baselineMonth) + 1;
  const common = commonOf(row, { input, policy, startMonth });
  return {
    ...common,
    isRecruited: false,
    isUnderWay: true,
    firstMonth,
    months: startMonth + common.months - firstMonth,
    people: row.number('people'),
    withdrawalMonth: null,
  };
}

function starting(row: RegisterRow, input: ProjectionInput, policy: LevyPolicy): readonly ApprenticeCohort[] {
  return intakes(row, input).map(({ month, people }) => ({
    ...commonOf(row, { input, policy, startMonth: month }),
    isRecruited: row.optionalText('origin') === 'recruited',
    isUnderWay: false,
    firstMonth: month,
    people,
    withdrawalMonth: row.optionalNumber('withdrawalMonth'),
  }));
}

/** Intakes after the baseline month and before the end of the projection. */
function intakes(
  row: RegisterRow,
  { calendar }: ProjectionInput,
): readonly { readonly month: number; readonly people: number }[] {
  const first = monthNumber(calendar.baselineMonth) + 1;
  const end = calendar.firstYear + calendar.years;
  const years = Array.from(
    { length: end - financialYearOf(first) },
    (_, index) => financialYearOf(first) + index,
  );
  const byYear = row.byYear('starts', years);
  const months = [row.text('intakeMonth'), row.optionalText('secondIntakeMonth')].filter((month) => !!month);
  return years
    .flatMap((year, index) =>
      months.map((month) => ({
        month: monthOfYear(year, Number(month)),
        people: (byYear[index] ?? 0) / months.length,
      })),
    )
    .filter(({ month, people }) => month >= first && people > 0);
}

/** A month of the financial year by its number in the calendar, 1 to 12. */
function monthOfYear(year: number, month: number): number {
  return monthNumber(`${month > 3 ? year : year + 1}-${String(month).padStart(2, '0')}`);
}

interface StartTerms {
  readonly input: ProjectionInput;
  readonly policy: LevyPolicy;
  readonly startMonth: number;
}

/** Everything that an entry says about a cohort but its people and their months. */
function commonOf(row: RegisterRow, terms: StartTerms) {
  const { standard, plannedMonths } = termsOf(row, terms.policy);
  const reference = row.text('standard').trim();
  return {
    entry: row.id,
    standard: reference,
    title: standard?.title ?? reference,
    donorGroup: row.text('donorGroup'),
    targetGroup: row.optionalText('targetGroup') || null,
    targetBand: row.optionalText('targetBand') || null,
    startMonth: terms.startMonth,
    months: plannedMonths ?? 1,
    completionRate:
      row.optionalNumber('completionRate') ?? standard?.completionRate ?? usualCompletion(terms.input),
    payments: paymentsIn(row, terms),
  };
}

/** An apprenticeship is funded under the rules in force on its start date. */
function paymentsIn(row: RegisterRow, { policy, startMonth }: StartTerms): ApprenticePayments {
  const { standard, plannedMonths, bandPounds } = termsOf(row, policy);
  const band = bandPounds ?? 0;
  return paymentsOf({
    pricePounds: row.optionalNumber('agreedPrice') ?? band,
    bandPounds: band,
    fundedShare: row.optionalNumber('levyFundedShare') ?? usualFunding(standard, policy, startMonth),
    plannedMonths: plannedMonths ?? 1,
    monthlyShare: ruleOfMonth(policy.monthlyShare, startMonth),
    completionShare: ruleOfMonth(policy.completionShare, startMonth),
  });
}

/** Share who complete where neither entry nor standard says. */
export function usualCompletion({ assumptions }: ProjectionInput): number {
  return assumptions['apprenticeship-levy.completion-rate']?.[ALL_STAFF]?.values[0] ?? 0;
}

/** Share of starts that the levy pays for where the entry says nothing: level 7 is taken to be started by people above the age up to which the levy pays for it. */
export function usualFunding(
  standard: LevyStandard | undefined,
  policy: LevyPolicy,
  startMonth: number,
): number {
  const isLevelSeven = standard !== undefined && standard.level >= LEVEL_SEVEN;
  return isLevelSeven && startMonth >= monthNumber(policy.levelSevenFrom) ? 0 : 1;
}
