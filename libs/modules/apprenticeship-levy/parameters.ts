import type { ParameterDefinition } from '../registry/parameter-definition';

/** Apprenticeship levy: people who join from apprenticeships completed outside the organisation. */
export const APPRENTICESHIP_LEVY_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'apprenticeship-levy.completions',
    module: 'apprenticeship-levy',
    label: 'Joiners from completed apprenticeships',
    description:
      'People a year who join the group on completing an apprenticeship and were not employed here before. Own staff who complete one are conversions (skill mix). Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
];
