import { CountedIssues } from '../../reading/issue-tally';

export type { DataIssue } from '../../reading/issue-tally';

export const ISSUE_MESSAGES = {
  'ethnicity-blank': 'Ethnic origin is blank: counted as not known.',
  'ethnicity-unknown': 'Ethnic origin is not in the list: counted as not known.',
  'disability-unknown': 'Disability is blank or not in the list: counted as not known.',
  'age-unknown': 'Age is blank or no age of someone at work: counted as not known.',
  'pay-grade-unknown': 'Pay grade is not in the list: counted as not on a national grade.',
  'excel-date': 'A date is a date number of Excel: read as the day that it stands for.',
  'fte-over-one': 'WTE of one assignment is above 1.',
  'fte-zero': 'A counted assignment has no contracted WTE (0).',
  'no-primary': 'A person has no assignment marked as primary: the one with most WTE counts as main.',
  'several-primary': 'A person has several primary assignments: the one with most WTE counts as main.',
  'person-over-one': 'The assignments of a person come to more than 1 WTE.',
  'staff-group-differs':
    'The ESR staff group is not the one that the occupation code falls into: the occupation code counts.',
} as const;
export type IssueRule = keyof typeof ISSUE_MESSAGES;

/** Counts flaws of an extract. */
export class IssueTally extends CountedIssues<IssueRule> {
  constructor() {
    super(ISSUE_MESSAGES);
  }
}
