import { CountedIssues } from '../reading/issue-tally';

const MONTHLY_ISSUES = {
  'no-figure': 'A row has no figure: nothing is taken from it.',
  'wte-negative': 'WTE is negative (a vacancy factor or a correction): it is added with its sign.',
  'wte-not-on-staff': 'WTE stands on a subjective code that is left out: it is in no line.',
  'worked-without-pay': 'Worked WTE without money of the month.',
  'pay-without-worked': 'Money of the month without worked WTE.',
  'month-missing': 'A month between the first and the last of the file has no row.',
} as const;
export type MonthlyIssueRule = keyof typeof MONTHLY_ISSUES;

/** Counts flaws of a ledger or roster. */
export class MonthlyIssues extends CountedIssues<MonthlyIssueRule> {
  constructor() {
    super(MONTHLY_ISSUES);
  }
}
