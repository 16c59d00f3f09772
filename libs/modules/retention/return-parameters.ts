import type { ParameterDefinition } from '../registry/parameter-definition';

function joiners(name: string, label: string, description: string): ParameterDefinition {
  return {
    key: `retention.${name}`,
    module: 'retention',
    label,
    description,
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Calibrated from local history, or entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  };
}

/** People who come back. */
export const RETURN_PARAMETERS: readonly ParameterDefinition[] = [
  joiners(
    'return-from-leave',
    'Returners from unpaid leave',
    'People a year who come back from unpaid maternity leave or a career break. Headcount. Turnover counts the start of such leave as leaving, so without returners the stock drifts down.',
  ),
  joiners(
    'return-to-practice',
    'Return to practice',
    'People a year who return to the register through a return-to-practice programme and start here. Headcount.',
  ),
];
