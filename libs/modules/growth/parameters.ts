import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

const DEFAULT_RANGES = 'default_ranges.csv: vacancy_pct, judgement';

function vacancy(value: number, low: number, high: number): ParameterDefault {
  return { value, low, high, source: DEFAULT_RANGES, status: 'judgement' };
}

/** Vacancies where no establishment is loaded; calibration keeps joiners within the posts it implies. */
export const VACANCY_RATE_AT_START: ParameterDefinition = {
  key: 'growth.vacancy-rate-at-start',
  module: 'growth',
  label: 'Vacancy rate at the start',
  description:
    'Vacant funded posts as a share of funded posts at the baseline month. Used only to assume an establishment where none is loaded.',
  unit: 'share',
  minimum: 0,
  maximum: 0.9,
  plausibleMaximum: 0.2,
  decimals: 1,
  perStaffGroup: true,
  perYear: false,
  default: vacancy(0.06, 0.02, 0.12),
  defaultByStaffGroup: {
    'nurses-and-health-visitors': vacancy(0.06, 0.03, 0.11),
    midwives: vacancy(0.05, 0, 0.1),
    'hchs-doctors': vacancy(0.07, 0.03, 0.13),
    'scientific-therapeutic-and-technical-staff': vacancy(0.08, 0.04, 0.13),
    'ambulance-staff': vacancy(0.06, 0.02, 0.12),
    'support-to-doctors-nurses-and-midwives': vacancy(0.08, 0.04, 0.14),
  },
  feeds: ['growth'],
};

/** Growth: funded establishment, requirement from activity, and recruitment that is not a module of its own. */
export const GROWTH_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'growth.establishment-growth',
    module: 'growth',
    label: 'Growth of funded establishment',
    description:
      'Change of funded posts (contracted FTE) over the year, as a share of the posts at its start; spread evenly over the months.',
    unit: 'share-a-year',
    minimum: -0.5,
    maximum: 1,
    plausibleMinimum: -0.05,
    plausibleMaximum: 0.06,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0,
      low: -0.01,
      high: 0.01,
      source: 'No growth is funded until the organisation says so',
      status: 'judgement',
    },
    uncertainty: {
      family: 'split-normal',
      nationalShare: 0.5,
      source: 'Judgement: half of funding is set nationally, half locally',
      status: 'judgement',
    },
    feeds: ['growth'],
  },
  {
    key: 'growth.requirement-growth',
    module: 'growth',
    label: 'Growth of activity',
    description:
      'Growth of all the work that the staff group has to do over the year (demography, activity), before productivity. What a service commitment adds for its share of the work comes on top. It moves the requirement, not the funded posts.',
    unit: 'share-a-year',
    minimum: -0.5,
    maximum: 1,
    plausibleMinimum: -0.02,
    plausibleMaximum: 0.06,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.02,
      low: 0.01,
      high: 0.03,
      source: 'Planning judgement: demography and activity of about 2 % a year',
      status: 'judgement',
    },
    uncertainty: {
      family: 'split-normal',
      nationalShare: 0.7,
      source: 'Judgement: demography and activity grow alike everywhere',
      status: 'judgement',
    },
    feeds: ['growth'],
  },
  {
    key: 'growth.unmet-need',
    module: 'growth',
    label: 'Unmet need at the start',
    description:
      'Work left undone at the baseline month, as a share of the work done; raises the requirement from the start.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMaximum: 0.15,
    decimals: 1,
    perStaffGroup: true,
    perYear: false,
    default: { value: 0, source: 'No unmet need until the organisation states it', status: 'judgement' },
    feeds: ['growth'],
  },
  VACANCY_RATE_AT_START,
  {
    key: 'growth.joiners-wider-labour-market',
    module: 'growth',
    label: 'Joiners from outside the NHS',
    description:
      'People a year recruited in this country from outside the NHS, newly qualified and apprentices excepted. Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 500000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Calibrated from local history, or entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  {
    key: 'growth.joiners-same-system',
    module: 'growth',
    label: 'Joiners from this system',
    description:
      'People a year who come from another organisation of the same system. Netted against leavers to the system in a roll-up. Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Calibrated from local history, or entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  {
    key: 'growth.joiners-other-nhs',
    module: 'growth',
    label: 'Joiners from the NHS elsewhere',
    description: 'People a year who come from an NHS organisation of another system. Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Calibrated from local history, or entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  {
    key: 'growth.share-of-vacancies-filled',
    module: 'growth',
    label: 'Share of vacant posts filled each month',
    description:
      'Above 0, joiners of the group fill this share of its vacant posts each month, at most the joiners entered by source, and in their proportions. At 0 the joiners entered arrive whatever is vacant.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMaximum: 0.5,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Joiners are planned numbers unless stated', status: 'judgement' },
    feeds: ['growth', 'pay-bill'],
  },
];
