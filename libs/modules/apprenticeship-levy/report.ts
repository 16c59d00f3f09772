import { monthNumber } from '../compilation';
import type { ProjectionInput } from '../projection/projection-input';
import { parameterByKey } from '../registry/registry';
import type { ModuleReport, ReportFigure, ReportModule } from '../reporting/module-report';
import { levyAccount, type AccountMonth, type LevyAccount } from './account';
import { inTraining } from './cohort';
import { ruleChoice } from './expiry';
import { apprenticesTable, headroomTable, ledgerTable, lotsTable, transfersTable } from './report-tables';
import { LEVY_RULE_PARAMETERS } from './rule-parameters';

/** Pounds below this are rounding. */
const PENNY = 0.005;
const MONTHS_A_YEAR = 12;

/**
 * The levy account of the organisation over the projection: ledger, expiry, apprentices, transfers, and
 * the further starts that it can carry. It rests on the pay that was projected and feeds back into nothing.
 */
export const apprenticeshipLevyReport: ReportModule = (question): ModuleReport => {
  const policy = question.input.policy.apprenticeshipLevy;
  if (policy === undefined) {
    const notes = ['The projection holds no rules of the apprenticeship levy, so no account is kept.'];
    return { module: 'apprenticeship-levy', figures: [], tables: [], notes };
  }
  const account = levyAccount(question, policy);
  return {
    module: 'apprenticeship-levy',
    figures: figuresOf(account),
    tables: [
      ledgerTable(account),
      lotsTable(account),
      apprenticesTable(account),
      transfersTable(account),
      headroomTable(account, question.input, policy),
    ],
    notes: notesOf(account, question.input),
  };
};

/** Sums over the projection: key, label, pounds of a month. */
const SUMS: readonly (readonly [string, string, (month: AccountMonth) => number])[] = [
  ['paid-in', 'Levy paid in, with top-up', ({ paidIn }) => paidIn],
  ['spent', 'Paid from the account', ({ spent }) => spent],
  ['paid-by-transfer', 'Paid by transfers received', ({ paidByTransfer }) => paidByTransfer],
  ['transferred-out', 'Transferred to others', ({ transferredOut }) => transferredOut],
  ['expired', 'Expired', ({ expired }) => expired],
  ['completion-payments', 'Due on completion', ({ completions }) => completions],
  ['co-investment', 'Co-investment', ({ shortfall }) => shortfall],
  ['employer-co-investment', 'Co-investment of the employer', (month) => month.employerCoInvestment],
  ['own-money', 'Paid by the employer above the funding band', ({ ownMoney }) => ownMoney],
];

function figuresOf({ months, cohorts, lots }: LevyAccount): readonly ReportFigure[] {
  const last = months.at(-1)?.month ?? 0;
  const nextYear = lots.filter((lot) => lot.expiresIn <= last + MONTHS_A_YEAR);
  return [
    ...SUMS.map(([key, label, value]) => pounds(key, label, months, value)),
    pounds('balance', 'Balance at the end', months.slice(-1), ({ closing }) => closing),
    pounds('expiring-next', 'Expires in the year after unless spent', nextYear, ({ balance }) => balance),
    {
      key: 'in-training',
      label: 'Apprentices in training at the end',
      unit: 'headcount',
      value: cohorts.reduce((sum, cohort) => sum + inTraining(cohort, last), 0),
    },
  ];
}

function pounds<Item>(
  key: string,
  label: string,
  items: readonly Item[],
  value: (item: Item) => number,
): ReportFigure {
  return { key, label, unit: 'pounds', value: items.reduce((sum, item) => sum + value(item), 0) };
}

function notesOf(
  { months, transfers, lots, cohorts }: LevyAccount,
  input: ProjectionInput,
): readonly string[] {
  const baseline = monthNumber(input.calendar.baselineMonth);
  const hasOpening = lots.some(({ enteredMonth }) => enteredMonth <= baseline);
  const isLimited = transfers.some(({ asked, allowed }) => asked - allowed > PENNY);
  const paysOwn = cohorts.some(({ payments }) => payments.instalment === 0 && payments.ownInstalment > 0);
  return [
    ...LEVY_RULE_PARAMETERS.map(({ key }) => readingOf(key, input)),
    'The first month is credited on the earnings of that month itself: those of the baseline month are not projected.',
    'A shortfall falls on all payments of its month alike; transfers to others are paid before own apprentices.',
    'Further starts are counted with the account carried on after the projection at the mean credit of its last twelve months.',
    ...(hasOpening ? [] : ['No funds at the baseline are entered: the account starts empty.']),
    ...(isLimited ? ['Transfers to others were cut to the limit of their year.'] : []),
    ...(paysOwn
      ? [
          'Some apprentices are paid for by the employer: level 7 is closed to the levy for those above the age limit.',
        ]
      : []),
    ...(months.some(({ shortfall }) => shortfall > PENNY)
      ? ['The account does not cover every month: the rest is shared between employer and government.']
      : []),
  ];
}

/** Which reading of a rule that no source settles was used. */
function readingOf(key: string, input: ProjectionInput): string {
  const definition = parameterByKey(key);
  const chosen = definition?.choices?.find(({ value }) => value === ruleChoice(input, key));
  return `${definition?.label ?? key} is not settled by any source. Used: ${chosen?.label ?? 'the default'}.`;
}
