import type { ParameterDefinition } from '../registry/parameter-definition';

const SHARE = {
  module: 'representation',
  unit: 'share',
  minimum: 0,
  maximum: 1,
  plausibleMinimum: 0.02,
  plausibleMaximum: 0.75,
  decimals: 1,
  perStaffGroup: true,
  perYear: true,
  feeds: ['representation'],
} as const;

const CHOICE = {
  module: 'representation',
  unit: 'choice',
  minimum: 0,
  maximum: 1,
  decimals: 0,
  perStaffGroup: true,
  perYear: true,
  feeds: ['representation'],
} as const;

/** Representation: who joins, and into which bands. */
export const REPRESENTATION_PARAMETERS: readonly ParameterDefinition[] = [
  {
    ...SHARE,
    key: 'representation.bme-share-of-joiners',
    label: 'BME share of joiners',
    description:
      'Share of the joiners of known ethnicity who are BME. The share of unknown ethnicity stays as in the baseline, and bands keep their relative difference.',
    default: {
      value: 0.286,
      source: 'BME share of the trust workforce in England, WRES 2024 (NHS Employers), taken for joiners',
      status: 'judgement',
    },
  },
  {
    ...CHOICE,
    key: 'representation.joiner-share-entry',
    label: 'How the BME share of joiners is entered',
    description:
      'As a share of joiners, or from the shortlists: their BME share and the relative likelihood of appointment.',
    choices: [
      { value: 0, label: 'share of joiners' },
      { value: 1, label: 'from the shortlists' },
    ],
    default: { value: 0, source: 'The share is entered until shortlists are', status: 'judgement' },
  },
  {
    ...SHARE,
    key: 'representation.bme-share-of-shortlists',
    label: 'BME share of shortlists',
    description:
      'Share of the shortlisted candidates of known ethnicity who are BME. Used only where joiners are entered from the shortlists.',
    default: {
      value: 0.286,
      source: 'BME share of the trust workforce in England, WRES 2024, until local shortlists are entered',
      status: 'judgement',
    },
  },
  {
    ...SHARE,
    key: 'representation.relative-likelihood-of-appointment',
    label: 'Relative likelihood of appointment, white over BME',
    description:
      'WRES indicator 2: how many times as likely a shortlisted white candidate is to be appointed as a shortlisted BME candidate. 1: equal. Used only where joiners are entered from the shortlists.',
    unit: 'ratio',
    minimum: 0.1,
    maximum: 10,
    plausibleMinimum: 0.7,
    plausibleMaximum: 2.5,
    decimals: 2,
    default: { value: 1.61, source: 'England 2021, WRES 2022 report (NHS England)', status: 'published' },
  },
  {
    ...CHOICE,
    key: 'representation.leadership-entry',
    label: 'How leadership joiners are entered',
    description:
      'Whether joiners on bands 8a to 9 and very senior managers follow the group, with the difference between bands that people in post show, or have a BME share of their own.',
    choices: [
      { value: 0, label: 'as the group' },
      { value: 1, label: 'a share of their own' },
    ],
    default: { value: 0, source: 'As the group until a share is entered', status: 'judgement' },
  },
  {
    ...SHARE,
    key: 'representation.bme-share-of-leadership-joiners',
    label: 'BME share of leadership joiners',
    description:
      'Share of the joiners of known ethnicity on bands 8a to 9 and very senior managers who are BME. Used only where leadership joiners have a share of their own.',
    default: {
      value: 0.127,
      source: 'BME share of very senior managers in England, WRES 2024 (NHS Employers), taken for joiners',
      status: 'judgement',
    },
  },
];
