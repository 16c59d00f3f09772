import type { ParameterDefinition } from '../registry/parameter-definition';

/** Costs beside pay, and what the total is held against. */
export const FURTHER_COST_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'pay-bill.cost-per-domestic-recruit',
    module: 'pay-bill',
    label: 'Cost of a recruit from this country',
    description:
      'Advertising, selection, checks and induction of one person recruited in this country, cash-terms pounds. International recruits have costs of their own; those who return from leave or retirement cost nothing.',
    unit: 'pounds-each',
    minimum: 0,
    maximum: 50000,
    plausibleMaximum: 10000,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 3000,
      low: 1500,
      high: 6000,
      source: 'default_ranges.csv: cost_per_domestic_recruit_gbp, judgement',
      status: 'judgement',
    },
    feeds: ['pay-bill'],
  },
  {
    key: 'pay-bill.training-cost-per-head',
    module: 'pay-bill',
    label: 'Training cost a head',
    description:
      'Education and training of the people in post that the organisation pays itself, cash-terms pounds a head and year. Apprenticeships are paid from the levy account and not in it.',
    unit: 'pounds-each',
    minimum: 0,
    maximum: 20000,
    plausibleMaximum: 2000,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: ['pay-bill'],
  },
  {
    key: 'pay-bill.band-awaiting-registration',
    module: 'pay-bill',
    label: 'Band of staff awaiting registration',
    description:
      'Support band in which people who have arrived from overseas are paid until they are registered.',
    unit: 'choice',
    choices: [
      { value: 2, label: 'Band 2' },
      { value: 3, label: 'Band 3' },
      { value: 4, label: 'Band 4' },
    ],
    minimum: 2,
    maximum: 4,
    decimals: 0,
    perStaffGroup: true,
    perYear: false,
    default: { value: 4, source: 'Usual band before registration; planning judgement', status: 'judgement' },
    feeds: ['pay-bill'],
  },
  {
    key: 'pay-bill.control-total',
    module: 'pay-bill',
    label: 'Control total of pay',
    description:
      'Pay that the organisation may spend in the year, cash-terms pounds, without the pension contribution that is paid nationally. The report shows the difference. 0 means that none is given.',
    unit: 'pounds',
    minimum: 0,
    maximum: 1e12,
    decimals: 0,
    perStaffGroup: false,
    perYear: true,
    default: { value: 0, source: 'None until given', status: 'judgement' },
    feeds: ['pay-bill'],
  },
];
