import type { EntryProblem, RegisterRule } from '../register/register-rule';
import type { RegisterRow } from '../register/register-rows';

interface Demand {
  readonly field: string;
  readonly rule: string;
  readonly isBroken: (row: RegisterRow) => boolean;
  readonly message: string;
  readonly fix: string;
}

const isKind =
  (...kinds: readonly string[]) =>
  (row: RegisterRow): boolean =>
    kinds.includes(row.text('kind'));
const releasesTime = isKind('time-releasing', 'technology');

const DEMANDS: readonly Demand[] = [
  {
    field: 'staffGroup',
    rule: 'scheme-has-staff-group',
    isBroken: (row) => row.text('kind') !== 'unidentified' && !row.has('staffGroup'),
    message: 'a scheme that is identified acts on a staff group',
    fix: 'choose the staff group, or make the scheme unidentified',
  },
  {
    field: 'peopleLeaving',
    rule: 'people-leave-with-posts',
    isBroken: (row) => !isKind('cash-releasing')(row) && (row.optionalNumber('peopleLeaving') ?? 0) > 0,
    message: 'only a cash-releasing scheme has people who leave',
    fix: 'clear it, or make the scheme cash-releasing',
  },
  {
    field: 'probability',
    rule: 'probability-is-given',
    isBroken: (row) => row.optionalText('counting') === 'by-probability' && !row.has('probability'),
    message: 'the scheme is counted by its probability of delivery, which is empty',
    fix: 'enter the probability, or count the scheme in full',
  },
  {
    field: 'relationToProductivity',
    rule: 'relation-of-released-time',
    isBroken: (row) => row.has('relationToProductivity') && !releasesTime(row),
    message: 'only released time is part of productivity or on top of it',
    fix: 'clear it, or make the scheme time-releasing or technology',
  },
];

/** Fields of a scheme that need one another. */
export const schemeProblems: RegisterRule = (rows) =>
  rows.flatMap((row): readonly EntryProblem[] =>
    DEMANDS.filter(({ isBroken }) => isBroken(row)).map(({ field, rule, message, fix }) => ({
      entry: row.id,
      field,
      rule,
      message,
      fix,
    })),
  );
