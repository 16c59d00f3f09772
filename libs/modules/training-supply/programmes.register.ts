import type { RegisterDefinition, RegisterField } from '../register/register-definition';

/** Months by which an intake is dated, in the order of the financial year. */
export const INTAKE_MONTHS = [
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'january',
  'february',
  'march',
] as const;

const PEOPLE_BY_YEAR = {
  kind: 'number-by-year',
  unit: 'headcount-a-year',
  minimum: 0,
  maximum: 50000,
  decimals: 0,
} as const;

const SHARE = { kind: 'number', unit: 'share', minimum: 0, maximum: 1, decimals: 0 } as const;

const IDENTITY: readonly RegisterField[] = [
  {
    key: 'programme',
    label: 'Programme',
    description: 'Programme and profession, for instance adult nursing BSc.',
    isRequired: true,
    kind: 'text',
  },
  {
    key: 'provider',
    label: 'Provider',
    description: 'University or other provider.',
    isRequired: true,
    kind: 'text',
  },
  {
    key: 'staffGroup',
    label: 'Staff group',
    description: 'The group that its newly qualified staff join.',
    isRequired: true,
    kind: 'staff-group',
  },
];

const INTAKE: readonly RegisterField[] = [
  {
    key: 'commissioned',
    label: 'Commissioned places',
    description:
      'Places commissioned, by the financial year in which the course starts; a year holds until the next one given. Enter past years too: their students qualify in the years of the plan.',
    isRequired: true,
    ...PEOPLE_BY_YEAR,
  },
  {
    key: 'recruited',
    label: 'Recruited',
    description: 'Students recruited, by the same years; left empty it is the places commissioned.',
    isRequired: false,
    ...PEOPLE_BY_YEAR,
  },
  {
    key: 'placementCapacity',
    label: 'Placement capacity',
    description:
      'Most students of an intake whom the placements can take, by the same years; those above it do not start and are reported. Left empty there is no limit.',
    isRequired: false,
    ...PEOPLE_BY_YEAR,
  },
  {
    key: 'intakeMonth',
    label: 'Month of intake',
    description: 'Month in which the course starts.',
    isRequired: true,
    kind: 'choice',
    choices: INTAKE_MONTHS.map((month) => ({
      code: month,
      label: month.charAt(0).toUpperCase() + month.slice(1),
    })),
  },
];

const OUTCOME: readonly RegisterField[] = [
  {
    key: 'courseMonths',
    label: 'Length of the course',
    description: 'Months from intake to qualifying.',
    isRequired: true,
    kind: 'number',
    unit: 'months',
    minimum: 1,
    maximum: 96,
    decimals: 0,
  },
  {
    key: 'attrition',
    label: 'Attrition',
    description:
      'Share of those who start and do not qualify, over the whole course; left empty it is the assumption of the staff group.',
    isRequired: false,
    ...SHARE,
  },
  {
    key: 'shareEmployedHere',
    label: 'Share employed here',
    description:
      'Share of those who qualify and start with this organisation; left empty it is the assumption of the staff group.',
    isRequired: false,
    ...SHARE,
  },
  {
    key: 'lagMonths',
    label: 'Lag to the start of work',
    description: 'Months from qualifying to the start of work.',
    isRequired: true,
    kind: 'number',
    unit: 'months',
    minimum: 0,
    maximum: 36,
    decimals: 0,
  },
  {
    key: 'starts',
    label: 'Month of starting work',
    description:
      'By the season of newly qualified staff within the financial year that course and lag lead to, or all in the month they lead to. By the season unless stated.',
    isRequired: false,
    kind: 'choice',
    choices: [
      { code: 'by-season', label: 'By the season of newly qualified staff' },
      { code: 'after-lag', label: 'In the month after course and lag' },
    ],
  },
];

/** Training programmes from which newly qualified staff come. */
export const TRAINING_PROGRAMMES: RegisterDefinition = {
  key: 'training-supply.programmes',
  module: 'training-supply',
  label: 'Training programmes',
  description:
    'Commissioned, recruited, qualifying and employed here, by programme and provider. Who is employed here is added to the newly qualified joiners entered for the staff group: enter there only what no programme supplies.',
  reach: 'organisation',
  fields: [...IDENTITY, ...INTAKE, ...OUTCOME],
  feeds: ['training-supply', 'growth', 'pay-bill', 'representation'],
};
