import type { ParameterDefinition } from '../registry/parameter-definition';

/** What it costs to replace a leaver. */
export const REPLACEMENT_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'retention.replacement-cost',
    module: 'retention',
    label: 'Cost of replacing a leaver',
    description:
      'Advertising, selection, checks and induction of a recruit from this country, pounds for each leaver replaced. Agency cover of the gap is not in it.',
    unit: 'pounds-each',
    minimum: 0,
    maximum: 50000,
    plausibleMaximum: 15000,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 3000,
      low: 1500,
      high: 6000,
      source: 'default_ranges.csv: cost_per_domestic_recruit_gbp, all staff',
      status: 'judgement',
    },
    feeds: ['retention'],
  },
];
