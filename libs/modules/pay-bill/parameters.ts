import type { ParameterDefinition } from '../registry/parameter-definition';

/** Pay bill: how pay grows beyond the published scales. */
export const PAY_BILL_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'pay-bill.pay-award',
    module: 'pay-bill',
    label: 'Pay award',
    description:
      'Uplift of pay scales on 1 April of the year. Used for years after the last published pay scales only: published years keep their scales.',
    unit: 'share-a-year',
    minimum: -0.1,
    maximum: 0.3,
    plausibleMinimum: 0,
    plausibleMaximum: 0.06,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.025,
      low: 0.02,
      high: 0.035,
      source: 'Planning judgement; the award of 2026/27 was 3.3 %',
      status: 'judgement',
    },
    uncertainty: {
      family: 'split-normal',
      nationalShare: 1,
      source: 'One national award for all organisations',
      status: 'judgement',
    },
    feeds: ['pay-bill'],
  },
  {
    key: 'pay-bill.pay-drift',
    module: 'pay-bill',
    label: 'Pay drift',
    description:
      'Growth of average pay within a band over the year beyond the award (increments, allowances). Changes of band mix are calculated, so leave them out.',
    unit: 'share-a-year',
    minimum: -0.1,
    maximum: 0.1,
    plausibleMinimum: -0.01,
    plausibleMaximum: 0.02,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, low: -0.003, high: 0.005, source: 'No drift until stated', status: 'judgement' },
    feeds: ['pay-bill'],
  },
];
