import type { RegisterChoice, RegisterDefinition, RegisterField } from '../register/register-definition';

const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Months of the year by number, `01` to `12`. */
const MONTHS_OF_YEAR: readonly RegisterChoice[] = MONTH_NAMES.map((label, index) => ({
  code: String(index + 1).padStart(2, '0'),
  label,
}));

/** Fields that starts and apprentices already in training share. */
const APPRENTICESHIP_FIELDS: readonly RegisterField[] = [
  {
    key: 'standard',
    label: 'Standard',
    description:
      'Reference of the apprenticeship standard, for instance ST0781. A standard that is not in the reference list needs its planned months and funding band.',
    isRequired: true,
    kind: 'text',
  },
  {
    key: 'donorGroup',
    label: 'Staff group in training',
    description:
      'Staff group whose people train. Their time off the job is taken from what it has available.',
    isRequired: true,
    kind: 'staff-group',
  },
  {
    key: 'targetGroup',
    label: 'Staff group on completion',
    description: 'Staff group that those who complete move into; empty where they stay where they are.',
    isRequired: false,
    kind: 'staff-group',
  },
  {
    key: 'targetBand',
    label: 'Band on completion',
    description:
      'Band that they move into; empty: where newly registered staff of the group start. A band alone moves them within their own group.',
    isRequired: false,
    kind: 'band',
  },
  {
    key: 'agreedPrice',
    label: 'Agreed price',
    description:
      'Price of training and assessment per apprentice; empty: the funding band. The levy pays the funding band at most.',
    isRequired: false,
    kind: 'number',
    unit: 'pounds',
    minimum: 0,
    maximum: 100000,
    decimals: 0,
  },
  {
    key: 'fundingBand',
    label: 'Funding band',
    description:
      'Most that the levy pays for the standard at the start date; empty: as in the reference list.',
    isRequired: false,
    kind: 'number',
    unit: 'pounds',
    minimum: 0,
    maximum: 100000,
    decimals: 0,
  },
  {
    key: 'plannedMonths',
    label: 'Planned months',
    description:
      'Months from start to the end of training; empty: the usual duration of the standard. The last fifth of the price is due in the month after.',
    isRequired: false,
    kind: 'number',
    unit: 'months',
    minimum: 1,
    maximum: 120,
    decimals: 0,
  },
  {
    key: 'completionRate',
    label: 'Share who complete',
    description:
      'Share of these apprentices who complete; empty: the usual share of the standard, else the completion assumption.',
    isRequired: false,
    kind: 'number',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
  },
  {
    key: 'levyFundedShare',
    label: 'Share that the levy may pay for',
    description:
      'Share of these apprentices whose training the levy may pay for. Empty: all, but none at level 7 from the date on which the levy pays level 7 for the young only; enter the share of those young enough.',
    isRequired: false,
    kind: 'number',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
  },
];

/** Apprenticeships that will start. */
export const APPRENTICESHIP_STARTS: RegisterDefinition = {
  key: 'apprenticeship-levy.starts',
  module: 'apprenticeship-levy',
  label: 'Apprenticeship starts',
  description:
    'Planned starts by standard. Apprentices take time off the job from their staff group, are paid for by the levy account, and move into the staff group they qualify for.',
  reach: 'organisation',
  feeds: ['growth', 'skill-mix', 'temporary-staffing', 'pay-bill', 'representation'],
  fields: [
    ...APPRENTICESHIP_FIELDS,
    {
      key: 'starts',
      label: 'Starts',
      description: 'People who start in the financial year.',
      isRequired: true,
      kind: 'number-by-year',
      unit: 'headcount',
      minimum: 0,
      maximum: 10000,
      decimals: 1,
    },
    {
      key: 'intakeMonth',
      label: 'Month of intake',
      description:
        "Month of the year in which they start; with a second intake, half of the year's starts each.",
      isRequired: true,
      kind: 'choice',
      choices: MONTHS_OF_YEAR,
    },
    {
      key: 'secondIntakeMonth',
      label: 'Second intake',
      description: "Month in which the other half of the year's starts begin; empty: one intake.",
      isRequired: false,
      kind: 'choice',
      choices: MONTHS_OF_YEAR,
    },
    {
      key: 'origin',
      label: 'Who starts',
      description:
        'Own staff of the group, or people recruited into it for the apprenticeship. Empty: own staff.',
      isRequired: false,
      kind: 'choice',
      choices: [
        { code: 'own-staff', label: 'Own staff' },
        { code: 'recruited', label: 'Recruited for it' },
      ],
    },
    {
      key: 'withdrawalMonth',
      label: 'Month of withdrawal',
      description:
        'Month of the apprenticeship in which those who do not complete withdraw (1 is the first); empty: evenly over the planned months. Their payments stop in that month.',
      isRequired: false,
      kind: 'number',
      unit: 'months',
      minimum: 1,
      maximum: 120,
      decimals: 0,
    },
  ],
};

/** Apprentices in training at the baseline. */
export const APPRENTICES_IN_TRAINING: RegisterDefinition = {
  key: 'apprenticeship-levy.in-training',
  module: 'apprenticeship-levy',
  label: 'Apprentices in training at the baseline',
  description:
    'Apprenticeships under way in the baseline month: what the account has still to pay for, and who is still to qualify.',
  reach: 'organisation',
  feeds: ['growth', 'skill-mix', 'temporary-staffing', 'pay-bill', 'representation'],
  fields: [
    ...APPRENTICESHIP_FIELDS,
    {
      key: 'startMonth',
      label: 'Start month',
      description: 'Month in which they started.',
      isRequired: true,
      kind: 'month',
    },
    {
      key: 'people',
      label: 'Still in training',
      description: 'People still in training at the end of the baseline month.',
      isRequired: true,
      kind: 'number',
      unit: 'headcount',
      minimum: 0,
      maximum: 10000,
      decimals: 1,
    },
  ],
};

/** Funds in the account at the baseline. */
export const LEVY_OPENING_FUNDS: RegisterDefinition = {
  key: 'apprenticeship-levy.opening-funds',
  module: 'apprenticeship-levy',
  label: 'Levy funds at the baseline',
  description:
    'Unspent funds of the levy account at the end of the baseline month, by the month in which they entered (with top-up).',
  reach: 'organisation',
  feeds: ['apprenticeship-levy'],
  fields: [
    {
      key: 'entered',
      label: 'Entered',
      description: 'Month in which the funds entered the account.',
      isRequired: true,
      kind: 'month',
    },
    {
      key: 'unspent',
      label: 'Unspent',
      description: 'What is left of them.',
      isRequired: true,
      kind: 'number',
      unit: 'pounds',
      minimum: 0,
      maximum: 100000000,
      decimals: 2,
    },
  ],
};

/** Transfers between levy accounts. */
export const LEVY_TRANSFERS: RegisterDefinition = {
  key: 'apprenticeship-levy.transfers',
  module: 'apprenticeship-levy',
  label: 'Levy transfers',
  description:
    "Funds given to or received from other employers. What is given is limited to a dated share of the previous year's funds; what is received pays for own apprentices first.",
  reach: 'organisation',
  feeds: ['apprenticeship-levy'],
  fields: [
    {
      key: 'partner',
      label: 'Other employer',
      description: 'Who receives or gives the funds.',
      isRequired: false,
      kind: 'text',
    },
    {
      key: 'direction',
      label: 'Direction',
      description: 'Given to another employer or received from one.',
      isRequired: true,
      kind: 'choice',
      choices: [
        { code: 'out', label: 'Given' },
        { code: 'in', label: 'Received' },
      ],
    },
    {
      key: 'pounds',
      label: 'Amount',
      description: 'Pounds in the financial year, a twelfth each month.',
      isRequired: true,
      kind: 'number-by-year',
      unit: 'pounds',
      minimum: 0,
      maximum: 100000000,
      decimals: 0,
    },
  ],
};

/** Lists of the apprenticeship levy module. */
export const APPRENTICESHIP_LEVY_REGISTERS: readonly RegisterDefinition[] = [
  APPRENTICESHIP_STARTS,
  APPRENTICES_IN_TRAINING,
  LEVY_OPENING_FUNDS,
  LEVY_TRANSFERS,
];
