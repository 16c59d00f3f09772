import type { MeasureDefinition, MeasureDefinitions } from '../projection/measure-definition';

const PAY_PARAMETERS = [
  'pay-bill.pay-award',
  'pay-bill.medical-pay-award',
  'pay-bill.pay-drift',
  'pay-bill.position-in-scale',
  'pay-bill.high-cost-area',
];

function pay(label: string, formula: string): MeasureDefinition {
  return {
    label,
    unit: 'pounds',
    kind: 'flow',
    formula,
    parts: ['fte', 'headcount'],
    parameters: PAY_PARAMETERS,
    registers: [],
  };
}

function temporary(kind: 'bank' | 'agency', label: string): MeasureDefinition {
  return {
    ...pay(
      label,
      `${kind} WTE x (basic pay + high cost area supplement + National Insurance + local pension of a mean WTE of the group) x (1 + premium)`,
    ),
    parts: [
      `${kind}-fte`,
      'fte',
      'pay-bill-basic',
      'pay-bill-high-cost-area',
      'pay-bill-national-insurance',
      'pay-bill-pension-local',
    ],
    parameters: [`temporary-staffing.${kind}-premium`],
  };
}

/** The pay bill by line. */
export const PAY_BILL_MEASURES: MeasureDefinitions<
  | 'pay-bill'
  | 'pay-bill-basic'
  | 'pay-bill-high-cost-area'
  | 'pay-bill-national-insurance'
  | 'pay-bill-pension-local'
  | 'pay-bill-pension-central'
  | 'pay-bill-apprenticeship-levy'
  | 'pay-bill-bank'
  | 'pay-bill-agency'
  | 'pay-bill-recruitment-and-training'
  | 'pay-bill-awaiting-registration'
  | 'pay-bill-rotational-trainees'
> = {
  'pay-bill': {
    ...pay('Pay bill', 'sum of its lines'),
    parts: [
      'pay-bill-basic',
      'pay-bill-high-cost-area',
      'pay-bill-national-insurance',
      'pay-bill-pension-local',
      'pay-bill-pension-central',
      'pay-bill-apprenticeship-levy',
      'pay-bill-bank',
      'pay-bill-agency',
      'pay-bill-recruitment-and-training',
      'international-recruitment-cost',
      'pay-bill-awaiting-registration',
      'pay-bill-rotational-trainees',
      'apprenticeship-backfill-cost',
    ],
    parameters: [],
  },
  'pay-bill-basic': pay('Basic pay', 'mean WTE of the month by band x full-time pay of the band / 12'),
  'pay-bill-high-cost-area': pay(
    'High cost area supplement',
    "mean WTE of the month by band x min(most, max(least, share of the band's basic pay)) / 12",
  ),
  'pay-bill-national-insurance': pay(
    'Employer National Insurance',
    'rate x (basic pay + supplement - threshold of the month x mean headcount)',
  ),
  'pay-bill-pension-local': pay(
    'Employer pension, local part',
    '(basic pay + supplement) x local contribution',
  ),
  'pay-bill-pension-central': pay(
    'Employer pension, central part',
    '(basic pay + supplement) x contribution paid centrally',
  ),
  'pay-bill-apprenticeship-levy': {
    ...pay(
      'Apprenticeship levy',
      'rate x (basic pay + supplement + pay of bank staff, of those awaiting registration and of rotational trainees), before the allowance of the levy account',
    ),
    parts: [
      'pay-bill-basic',
      'pay-bill-high-cost-area',
      'bank-fte',
      'awaiting-registration-fte',
      'rotational-trainees-fte',
    ],
    parameters: ['temporary-staffing.bank-premium'],
  },
  'pay-bill-bank': temporary('bank', 'Bank staff'),
  'pay-bill-agency': temporary('agency', 'Agency staff'),
  'pay-bill-recruitment-and-training': {
    ...pay(
      'Recruitment and training',
      'recruits from this country x cost of one + mean headcount x training cost a head / 12',
    ),
    parts: [
      'joiners-newly-qualified',
      'joiners-wider-labour-market',
      'joiners-same-system',
      'joiners-other-nhs',
      'joiners-return-to-practice',
      'joiners-apprenticeship',
      'headcount',
    ],
    parameters: ['pay-bill.cost-per-domestic-recruit', 'pay-bill.training-cost-per-head'],
  },
  'pay-bill-awaiting-registration': {
    ...pay(
      'Staff awaiting registration',
      'mean WTE awaiting registration x (pay of their support band + National Insurance + local pension)',
    ),
    parts: ['awaiting-registration-fte', 'awaiting-registration-headcount'],
    parameters: ['pay-bill.band-awaiting-registration', ...PAY_PARAMETERS],
  },
  'pay-bill-rotational-trainees': {
    ...pay(
      'Rotational trainees',
      'mean WTE of trainees hosted here x (pay of their grade + National Insurance + local pension)',
    ),
    parts: ['rotational-trainees-fte', 'rotational-trainees-headcount'],
    registers: ['training-supply.rotational-posts'],
  },
};
