import type { ParameterDefinition } from '../registry/parameter-definition';

/** Representation: who joins. */
export const REPRESENTATION_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'representation.bme-share-of-joiners',
    module: 'representation',
    label: 'BME share of joiners',
    description:
      'Share of the joiners of known ethnicity who are BME. The share of unknown ethnicity stays as in the baseline, and bands keep their relative difference.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMinimum: 0.02,
    plausibleMaximum: 0.75,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.286,
      source: 'BME share of the trust workforce in England, WRES 2024 (NHS Employers), taken for joiners',
      status: 'judgement',
    },
    feeds: ['representation'],
  },
];
