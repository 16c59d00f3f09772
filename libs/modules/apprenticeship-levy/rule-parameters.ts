import type { ParameterDefinition } from '../registry/parameter-definition';

const MODULE = 'apprenticeship-levy';

/** How a rule that no published source settles is read; each choice is stored as its number. */
export const EXPIRY_TRANSITION = { byEntryDate: 0, allFunds: 1 } as const;
export const CO_INVESTMENT_BASIS = { byStartDate: 0, byPaymentMonth: 1 } as const;
export const TRANSFER_BASE = { topUpAsPaid: 0, topUpKept: 1 } as const;

/** Rules of the levy that no published source settles: switches, each with a default that is labelled unverified. */
export const LEVY_RULE_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'apprenticeship-levy.expiry-transition',
    module: MODULE,
    label: 'Expiry of funds from before August 2026',
    description:
      'From August 2026 funds expire after 12 months in place of 24. No source says what happens to funds that were in the account before.',
    unit: 'choice',
    choices: [
      { value: EXPIRY_TRANSITION.byEntryDate, label: 'Funds keep the period in force when they entered' },
      { value: EXPIRY_TRANSITION.allFunds, label: 'All funds take the shorter period from its first day' },
    ],
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: false,
    perYear: false,
    default: {
      value: EXPIRY_TRANSITION.byEntryDate,
      source: 'levy_rules.json levy.expiry_transition: from memory, no source found',
      status: 'unverified',
    },
    feeds: [MODULE],
  },
  {
    key: 'apprenticeship-levy.co-investment-basis',
    module: MODULE,
    label: 'Who pays the 25 % of August 2026',
    description:
      'From August 2026 an employer out of funds pays 25 % of the shortfall in place of 5 %. No source says whether that binds apprentices who started before.',
    unit: 'choice',
    choices: [
      { value: CO_INVESTMENT_BASIS.byStartDate, label: 'The rate in force when the apprentice started' },
      { value: CO_INVESTMENT_BASIS.byPaymentMonth, label: 'The rate in force when the payment is due' },
    ],
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: false,
    perYear: false,
    default: {
      value: CO_INVESTMENT_BASIS.byStartDate,
      source:
        'Suggested by the rule that an apprenticeship is funded under the rules of its start date (Apprenticeship funding, 28 March 2024)',
      status: 'unverified',
    },
    feeds: [MODULE],
  },
  {
    key: 'apprenticeship-levy.transfer-base',
    module: MODULE,
    label: 'Top-up in the limit on transfers',
    description:
      "The limit is a share of the previous year's declared levy x English share + 10 % top-up. No source says whether the top-up stays in it after it ends in August 2026.",
    unit: 'choice',
    choices: [
      { value: TRANSFER_BASE.topUpAsPaid, label: 'Top-up only as it was paid' },
      { value: TRANSFER_BASE.topUpKept, label: 'The former top-up stays in the base' },
    ],
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: false,
    perYear: false,
    default: {
      value: TRANSFER_BASE.topUpAsPaid,
      source: 'levy_rules.json transfer.topup_after_aug_2026: no source found; the more cautious reading',
      status: 'unverified',
    },
    feeds: [MODULE],
  },
];
