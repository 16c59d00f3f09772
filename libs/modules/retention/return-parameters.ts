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

function share(name: string, label: string, description: string): ParameterDefinition {
  return {
    key: `retention.${name}`,
    module: 'retention',
    label,
    description,
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0,
      source: 'None until entered: calibrated joiners hold those who come back',
      status: 'judgement',
    },
    feeds: ['growth', 'pay-bill', 'representation'],
  };
}

function ofReturners(
  name: string,
  label: string,
  description: string,
  rest: Pick<ParameterDefinition, 'unit' | 'minimum' | 'maximum' | 'decimals' | 'default'>,
): ParameterDefinition {
  return {
    key: `retention.${name}`,
    module: 'retention',
    label,
    description,
    perStaffGroup: true,
    perYear: false,
    feeds: ['growth', 'pay-bill'],
    ...rest,
  };
}

const LAG = { unit: 'months', minimum: 1, maximum: 60, decimals: 0 } as const;
const RELATIVE = { unit: 'share', minimum: 0.1, maximum: 1.5, decimals: 0 } as const;

/** People who come back a while after they left, as a share of them. */
const RETURNERS_BY_SHARE: readonly ParameterDefinition[] = [
  share(
    'retire-and-return-share',
    'Share who retire and return',
    'Share of those who retire in a year and come back here after the break, by year of retirement.',
  ),
  ofReturners(
    'retire-and-return-lag',
    'Break before return from retirement',
    'Months between retirement and return, rounded to whole months.',
    {
      ...LAG,
      default: { value: 1, source: 'Judgement: a short break, as the scheme asked for', status: 'judgement' },
    },
  ),
  ofReturners(
    'retire-and-return-participation',
    'Participation on return from retirement',
    'WTE per head of those who retire and return, relative to that of their staff group.',
    {
      ...RELATIVE,
      default: { value: 0.6, source: 'Judgement: about three days a week', status: 'judgement' },
    },
  ),
  share(
    'leave-return-share',
    'Share who return from unpaid leave',
    'Share of those who start unpaid leave in a year and come back here after it, by year of start. Use this or the number of returners a year, not both: the two add up.',
  ),
  ofReturners(
    'leave-length',
    'Length of unpaid leave',
    'Months from the start of unpaid leave to return, rounded to whole months. Those who do not come back leave for good after it.',
    {
      ...LAG,
      default: {
        value: 9,
        source: 'Judgement: unpaid part of maternity leave and career breaks',
        status: 'judgement',
      },
    },
  ),
  ofReturners(
    'leave-return-participation',
    'Participation on return from unpaid leave',
    'WTE per head of those who return from unpaid leave, relative to that of their staff group.',
    {
      ...RELATIVE,
      default: { value: 0.85, source: 'Judgement: more work part-time than before', status: 'judgement' },
    },
  ),
];

/** People who come back. */
export const RETURN_PARAMETERS: readonly ParameterDefinition[] = [
  ...RETURNERS_BY_SHARE,
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
