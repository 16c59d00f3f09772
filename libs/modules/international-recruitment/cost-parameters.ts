import type { ParameterDefinition } from '../registry/parameter-definition';

const OF_RECRUITMENT = {
  module: 'international-recruitment',
  perStaffGroup: true,
  feeds: ['international-recruitment', 'pay-bill'],
} as const;

/** What an international recruit costs beside the dated fees, and which of them the employer pays. */
export const RECRUITMENT_COST_PARAMETERS: readonly ParameterDefinition[] = [
  {
    ...OF_RECRUITMENT,
    key: 'international-recruitment.other-cost-per-recruit',
    label: 'Other cost of an international recruit',
    description:
      'Agency, travel, first accommodation, test preparation and pastoral care of one person who arrives, pounds. Sponsorship, immigration skills charge, visa and registration fees come on top, from dated facts.',
    unit: 'pounds-each',
    minimum: 0,
    maximum: 50000,
    plausibleMaximum: 20000,
    decimals: 0,
    perYear: true,
    default: {
      value: 7000,
      low: 4000,
      high: 10000,
      source:
        'default_ranges.csv: cost_per_overseas_recruit_gbp 13,000 (10,000 to 16,000) less fees of about 6,000 in 2026',
      status: 'judgement',
    },
  },
  {
    ...OF_RECRUITMENT,
    key: 'international-recruitment.registration-fee',
    label: 'Fee of first registration',
    description:
      'Fee of the Nursing and Midwifery Council for first registration, pounds, nurses and midwives only.',
    unit: 'pounds-each',
    minimum: 0,
    maximum: 5000,
    decimals: 0,
    perYear: true,
    default: {
      value: 153,
      source: 'international_recruitment.csv: nmc_registration, from memory; check before use',
      status: 'unverified',
    },
  },
  {
    ...OF_RECRUITMENT,
    key: 'international-recruitment.fees-paid-by-employer',
    label: 'Visa, test and registration fees that the employer pays',
    description:
      'Share of the visa, test and registration fees that the employer pays. Sponsorship and immigration skills charge are always the employer’s: passing them on is forbidden.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perYear: true,
    default: { value: 1, source: 'Usual offer to nurses; check the own policy', status: 'judgement' },
  },
  {
    ...OF_RECRUITMENT,
    key: 'international-recruitment.sponsored-months',
    label: 'Length of sponsorship',
    description:
      'Months of the certificate of sponsorship. The immigration skills charge is one charge for the first 12 months and one for each 6 months begun after them; above 36 months the longer visa is due.',
    unit: 'months',
    minimum: 1,
    maximum: 60,
    decimals: 0,
    perYear: false,
    default: {
      value: 36,
      source: 'Usual length; the published example is three years (I17)',
      status: 'judgement',
    },
  },
  {
    ...OF_RECRUITMENT,
    key: 'international-recruitment.sponsor-size',
    label: 'Size of the sponsor',
    description:
      'Which immigration skills charge is due: that of large sponsors, or of small ones and charities.',
    unit: 'choice',
    choices: [
      { value: 0, label: 'large' },
      { value: 1, label: 'small, or a charity' },
    ],
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: false,
    perYear: false,
    default: { value: 0, source: 'NHS organisations are large sponsors', status: 'judgement' },
  },
];
