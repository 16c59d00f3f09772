import type { MeasureDefinition, MeasureDefinitions } from '../projection/measure-definition';

const PAY_PARAMETERS = ['pay-bill.pay-award', 'pay-bill.pay-drift'];

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

/** The pay bill by line. */
export const PAY_BILL_MEASURES: MeasureDefinitions<
  | 'pay-bill'
  | 'pay-bill-basic'
  | 'pay-bill-national-insurance'
  | 'pay-bill-pension-local'
  | 'pay-bill-pension-central'
> = {
  'pay-bill': {
    ...pay('Pay bill', 'sum of its lines'),
    parts: [
      'pay-bill-basic',
      'pay-bill-national-insurance',
      'pay-bill-pension-local',
      'pay-bill-pension-central',
    ],
    parameters: [],
  },
  'pay-bill-basic': pay('Basic pay', 'mean WTE of the month by band x full-time pay of the band / 12'),
  'pay-bill-national-insurance': pay(
    'Employer National Insurance',
    'rate x (basic pay - threshold of the month x mean headcount)',
  ),
  'pay-bill-pension-local': pay('Employer pension, local part', 'basic pay x local contribution'),
  'pay-bill-pension-central': pay(
    'Employer pension, central part',
    'basic pay x contribution paid centrally',
  ),
};
