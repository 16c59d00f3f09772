import type { ParameterDefinition } from '../registry/parameter-definition';

/** Training supply: newly qualified staff who start here. */
export const TRAINING_SUPPLY_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'training-supply.newly-qualified',
    module: 'training-supply',
    label: 'Newly qualified joiners',
    description:
      'Newly qualified registrants who start here in the year, whoever commissioned their training; apprentices already employed here are excluded. Headcount. Most start in September and October.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Calibrated from local history, or entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
];
