import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

const NO_LADDER: ParameterDefault = {
  value: 0,
  source: 'Not on the Agenda for Change ladder, or too few to tell',
  status: 'judgement',
};

/** Skill mix: people who move between groups and up the bands. */
export const SKILL_MIX_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'skill-mix.conversions',
    module: 'skill-mix',
    label: 'Conversions from support staff',
    description:
      'Own support staff a year who qualify into this group (entered on the group that receives them): support to doctors, nurses and midwives into nursing, support to ST&T into ST&T, support to ambulance staff into ambulance staff. Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 50000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  {
    key: 'skill-mix.promotion-rate',
    module: 'skill-mix',
    label: 'Promotion to the next band',
    description:
      'Share of the people of each Agenda for Change band who move to the next band of their group over the year. Headcount. No one is promoted into very senior or medical grades.',
    unit: 'share-a-year',
    minimum: 0,
    maximum: 0.5,
    plausibleMaximum: 0.1,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.02,
      low: 0,
      high: 0.05,
      source: 'Planning judgement: no published flow between bands',
      status: 'judgement',
    },
    defaultByStaffGroup: {
      'hchs-doctors': NO_LADDER,
      'senior-managers': NO_LADDER,
      'unknown-classification': NO_LADDER,
    },
    uncertainty: {
      family: 'log-split-normal',
      nationalShare: 0.2,
      source: 'Judgement: promotion is mostly a local matter',
      status: 'judgement',
    },
    feeds: ['pay-bill', 'representation'],
  },
  {
    key: 'skill-mix.registered-floor',
    module: 'skill-mix',
    label: 'Floor for the registered share',
    description:
      'Least registered share of the requirement of this group and its substitute groups together. Substitution stops at it; the rest is reported. 0: no floor is set.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMaximum: 0.95,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'No floor until the organisation sets one', status: 'judgement' },
    feeds: ['skill-mix', 'growth'],
  },
];
