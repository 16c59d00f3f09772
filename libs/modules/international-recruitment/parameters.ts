import type { ParameterDefinition } from '../registry/parameter-definition';

/** International recruitment: people who arrive and are registered, so that they count in their group. */
export const INTERNATIONAL_RECRUITMENT_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'international-recruitment.arrivals-registered',
    module: 'international-recruitment',
    label: 'International joiners, registered',
    description:
      'People recruited abroad who take up a registered post here in the year. Headcount. Staff who have arrived but are not yet registered are not in this line.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0,
      source: 'Overseas recruitment is a decision: never assumed from history',
      status: 'judgement',
    },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
];
