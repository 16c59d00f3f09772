import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';
import { RECRUITMENT_COST_PARAMETERS } from './cost-parameters';

const FEEDS = ['growth', 'pay-bill', 'representation'] as const;
const RANGES = 'default_ranges.csv';

function people(name: string, label: string, description: string): ParameterDefinition {
  return {
    key: `international-recruitment.${name}`,
    module: 'international-recruitment',
    label,
    description,
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
    feeds: FEEDS,
  };
}

interface Stage {
  readonly name: string;
  readonly words: string;
  readonly source: string;
  /** P10, median and P90, months. */
  readonly months: readonly [number, number, number];
}

const TIMES = [
  ['shortest', 'one in ten is faster'],
  ['usual', 'half are faster'],
  ['longest', 'one in ten is slower'],
] as const;

function leadTimes({ name, words, source, months }: Stage): readonly ParameterDefinition[] {
  return TIMES.map(([point, meaning], index) => ({
    key: `international-recruitment.${name}-${point}`,
    module: 'international-recruitment',
    label: `From ${words}: ${point}`,
    description: `Months from ${words}: ${meaning}. The three points, in order of length, give the share of people by whole months.`,
    unit: 'months',
    minimum: 0,
    maximum: 24,
    plausibleMaximum: 15,
    decimals: 1,
    perStaffGroup: true,
    perYear: false,
    default: {
      value: months[index] ?? 0,
      source: `${RANGES}: ${source}, nurses; other groups as nurses`,
      status: 'judgement',
    },
    feeds: FEEDS,
  }));
}

function share(
  name: string,
  label: string,
  description: string,
  { source, ...range }: Pick<ParameterDefault, 'value' | 'low' | 'high' | 'source'>,
): ParameterDefinition {
  return {
    key: `international-recruitment.${name}`,
    module: 'international-recruitment',
    label,
    description,
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: {
      ...range,
      source: `${RANGES}: ${source}, nurses; other groups as nurses`,
      status: 'judgement',
    },
    feeds: FEEDS,
  };
}

/** International recruitment: offers, how long they take to become registered staff, and what they cost. */
export const INTERNATIONAL_RECRUITMENT_PARAMETERS: readonly ParameterDefinition[] = [
  people(
    'arrivals-registered',
    'International joiners, registered',
    'People recruited abroad who take up a registered post here in the year, beside those of the pipeline. Headcount. Staff who have arrived but are not yet registered are not in this line.',
  ),
  people(
    'offers',
    'International offers',
    'People abroad who are offered a post in the year, spread evenly over its months, beside the cohorts entered one by one. Headcount. They arrive, wait and register by the lead times; no country is named, so the red list is not checked.',
  ),
  ...leadTimes({
    name: 'offer-to-arrival',
    words: 'offer to arrival',
    source: 'overseas_offer_to_arrival_months',
    months: [3, 4, 7],
  }),
  ...leadTimes({
    name: 'arrival-to-registration',
    words: 'arrival to registration',
    source: 'overseas_arrival_to_register_months',
    months: [2, 3, 5],
  }),
  share(
    'dropout-before-arrival',
    'Offers that do not arrive',
    'Share of the people offered a post who do not arrive (withdrawn, refused, gone elsewhere), by year of the offer.',
    { value: 0.15, low: 0.08, high: 0.3, source: 'overseas_dropout_before_arrival_pct' },
  ),
  share(
    'registered-in-the-end',
    'Arrivals who register in the end',
    'Share of those who arrive and pass their test of competence, resits included, and register, by year of arrival. The others leave, in proportion to those who register.',
    { value: 0.96, low: 0.92, high: 0.99, source: 'osce_pass_after_resits_pct' },
  ),
  share(
    'first-sitting-pass',
    'Pass at the first sitting',
    'Share of those who arrive and pass the practical test at the first sitting. The others pay one partial resit each. Moves cost only.',
    { value: 0.65, low: 0.5, high: 0.8, source: 'osce_first_sitting_pass_pct' },
  ),
  {
    key: 'international-recruitment.awaiting-participation',
    module: 'international-recruitment',
    label: 'Participation while awaiting registration',
    description:
      'WTE per head of those who have arrived and are not registered. They work in a support band and are a line of their own.',
    unit: 'fte-per-head',
    minimum: 0.1,
    maximum: 1,
    plausibleMinimum: 0.7,
    decimals: 2,
    perStaffGroup: true,
    perYear: false,
    default: {
      value: 0.97,
      source: 'Nuffield Trust, October 2021 (I15): participation of overseas nurses 97 %, others 88 %',
      status: 'published',
    },
    feeds: FEEDS,
  },
  ...RECRUITMENT_COST_PARAMETERS,
];
