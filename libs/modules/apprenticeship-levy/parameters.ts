import type { ParameterDefinition } from '../registry/parameter-definition';
import { LEVY_RULE_PARAMETERS } from './rule-parameters';

const MODULE = 'apprenticeship-levy';

/** The levy account: what enters it and what apprentices cost beyond it. */
const ACCOUNT_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'apprenticeship-levy.english-share',
    module: MODULE,
    label: 'Staff living in England',
    description:
      'Share of the pay bill of employees who live in England; only this share of the levy enters the account.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMinimum: 0.8,
    decimals: 1,
    perStaffGroup: false,
    perYear: true,
    default: { value: 1, source: 'Everyone until entered; the account states it', status: 'judgement' },
    feeds: [MODULE],
  },
  {
    key: 'apprenticeship-levy.allowance-share',
    module: MODULE,
    label: 'Share of the levy allowance',
    description:
      'Share of the one allowance (£15,000 a tax year) that this employer takes. Connected employers, such as a trust and its subsidiary, share one and choose the split for a tax year.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
    perStaffGroup: false,
    perYear: true,
    default: {
      value: 1,
      source:
        'HMRC ALM08200 and Finance Act 2016 s.101: one allowance for connected employers; not connected until entered',
      status: 'published',
    },
    feeds: [MODULE],
  },
  {
    key: 'apprenticeship-levy.further-earnings',
    module: MODULE,
    label: 'Earnings beyond the pay lines',
    description:
      'Earnings liable to employer National Insurance that the pay lines leave out, such as enhancements and overtime, as a share of those in them (basic pay, supplement, bank). Agency workers are not the employer’s earnings.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMaximum: 0.4,
    decimals: 1,
    perStaffGroup: false,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: [MODULE],
  },
  {
    key: 'apprenticeship-levy.funds-of-last-year',
    module: MODULE,
    label: 'Levy funds of the year before',
    description:
      'Funds that entered the account in the last financial year before the projection’s own months, with top-up: the base of the limit on transfers. 0: as much a year as in the first months projected.',
    unit: 'pounds',
    minimum: 0,
    maximum: 1000000000,
    decimals: 0,
    perStaffGroup: false,
    perYear: false,
    default: { value: 0, source: 'Estimated until entered', status: 'judgement' },
    feeds: [MODULE],
  },
];

/** Apprentices: how many complete, the time they take, and who stands in. */
const APPRENTICE_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'apprenticeship-levy.completion-rate',
    module: MODULE,
    label: 'Apprentices who complete',
    description:
      'Share of starts who complete, for standards without a usual share of their own and entries that state none.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMinimum: 0.4,
    decimals: 1,
    perStaffGroup: false,
    perYear: false,
    default: {
      value: 0.7,
      low: 0.5,
      high: 0.85,
      source: 'Planning judgement between the standards of default_ranges.csv (60 % to 80 %)',
      status: 'judgement',
    },
    feeds: [MODULE, 'skill-mix'],
  },
  {
    key: 'apprenticeship-levy.off-the-job-share',
    module: MODULE,
    label: 'Time off the job',
    description:
      'Share of an apprentice’s working time spent in training and not available to the service. Degree apprenticeships with placements take more.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMinimum: 0.1,
    plausibleMaximum: 0.6,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.2,
      low: 0.16,
      high: 0.4,
      source: 'From memory: a fifth of working hours until 2022, six hours a week since; unverified',
      status: 'unverified',
    },
    feeds: ['growth', 'temporary-staffing'],
  },
  {
    key: 'apprenticeship-levy.backfill-share',
    module: MODULE,
    label: 'Training time backfilled',
    description: 'Share of the time off the job that is filled by other staff.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: ['temporary-staffing', 'pay-bill'],
  },
  {
    key: 'apprenticeship-levy.backfill-premium',
    module: MODULE,
    label: 'Extra cost of backfill',
    description:
      'Cost of an hour of backfill over an hour of the group’s own staff (pay, National Insurance and local pension).',
    unit: 'share',
    minimum: -0.5,
    maximum: 2,
    plausibleMaximum: 1,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: {
      value: 0.05,
      low: -0.05,
      high: 0.2,
      source: 'default_ranges.csv: premium of bank staff, judgement',
      status: 'judgement',
    },
    feeds: ['pay-bill'],
  },
];

/** Apprenticeship levy: the account, apprentices in training, and people who complete elsewhere and join. */
export const APPRENTICESHIP_LEVY_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'apprenticeship-levy.completions',
    module: MODULE,
    label: 'Joiners from completed apprenticeships',
    description:
      'People a year who join the group on completing an apprenticeship and were not employed here before. Own staff who complete one are in the list of starts. Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  ...ACCOUNT_PARAMETERS,
  ...APPRENTICE_PARAMETERS,
  ...LEVY_RULE_PARAMETERS,
];
