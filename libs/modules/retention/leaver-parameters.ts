import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';
import { ALL_STAFF_LEAVER_RATE, NATIONAL_LEAVER_RATES } from './leaver-rate-defaults';

const CAUSES_SOURCE =
  'Planning judgement; 63 % of people leaving their roles in 2022/23 resigned, doctors leave mostly at the end of fixed-term contracts';

const DESTINATIONS_SOURCE =
  'Judgement from two published totals: 222,690 left their organisation (2022/23), 169,512 left the NHS (year to December 2022)';

function judged(value: number): ParameterDefault {
  return { value, source: CAUSES_SOURCE, status: 'judgement' };
}

interface CauseShare {
  readonly name: string;
  readonly label: string;
  readonly meaning: string;
  readonly allStaff: number;
  readonly doctors: number;
}

const CAUSE_SHARES: readonly CauseShare[] = [
  {
    name: 'share-voluntary',
    label: 'Share of leavers: voluntary',
    meaning: 'resign or transfer of their own accord',
    allStaff: 0.66,
    doctors: 0.42,
  },
  {
    name: 'share-retirement',
    label: 'Share of leavers: retirement',
    meaning: 'retire by age (ill-health retirement is a line of its own)',
    allStaff: 0.15,
    doctors: 0.18,
  },
  {
    name: 'share-ill-health-or-death',
    label: 'Share of leavers: ill health or death',
    meaning: 'retire through ill health, are dismissed through incapability, or die in service',
    allStaff: 0.03,
    doctors: 0.01,
  },
  {
    name: 'share-end-of-contract',
    label: 'Share of leavers: end of contract',
    meaning:
      'leave at the end of a fixed-term contract, or by redundancy or dismissal not planned as a number',
    allStaff: 0.07,
    doctors: 0.33,
  },
  {
    name: 'share-unpaid-leave',
    label: 'Share of leavers: start of unpaid leave',
    meaning: 'start unpaid maternity leave or a career break, which published leavers count as leaving',
    allStaff: 0.09,
    doctors: 0.06,
  },
];

function causeShare(cause: CauseShare): ParameterDefinition {
  return {
    key: `retention.${cause.name}`,
    module: 'retention',
    label: cause.label,
    description: `Share of the year's leavers who ${cause.meaning}. The five shares are scaled to sum to 1 in proportion; a notice says so when they did not.`,
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: judged(cause.allStaff),
    defaultByStaffGroup: { 'hchs-doctors': judged(cause.doctors) },
    feeds: ['growth', 'retention'],
  };
}

function destinationShare(
  name: string,
  label: string,
  destination: string,
  value: number,
): ParameterDefinition {
  return {
    key: `retention.${name}`,
    module: 'retention',
    label,
    description: `Share of voluntary leavers who go to ${destination}. Leaving a trust is not leaving the NHS; the two shares together are at most 1.`,
    unit: 'share',
    minimum: 0,
    maximum: 1,
    plausibleMaximum: 0.7,
    decimals: 0,
    perStaffGroup: true,
    perYear: true,
    default: { value, source: DESTINATIONS_SOURCE, status: 'judgement' },
    feeds: ['growth', 'retention'],
  };
}

/** Leavers: how many, by cause and destination. */
export const LEAVER_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'retention.leaver-rate',
    module: 'retention',
    label: 'Turnover (left this organisation)',
    description:
      'People who left this organisation over the year as a share of the people in post at its start (snapshot basis, headcount). Moves to other NHS organisations and starts of unpaid leave count; bank staff, resident doctors and planned exits do not.',
    unit: 'share-a-year',
    minimum: 0,
    maximum: 0.95,
    plausibleMinimum: 0.03,
    plausibleMaximum: 0.3,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: ALL_STAFF_LEAVER_RATE,
    defaultByStaffGroup: NATIONAL_LEAVER_RATES,
    uncertainty: {
      family: 'log-split-normal',
      nationalShare: 0.5,
      source: 'Judgement: the labour market moves all organisations, local causes each',
      status: 'judgement',
    },
    feeds: ['growth', 'pay-bill', 'representation'],
  },
  ...CAUSE_SHARES.map(causeShare),
  destinationShare(
    'share-to-same-system',
    'Voluntary leavers to this system',
    'another organisation of the same system',
    0.13,
  ),
  destinationShare(
    'share-to-other-nhs',
    'Voluntary leavers to the NHS elsewhere',
    'an NHS organisation of another system',
    0.23,
  ),
  {
    key: 'retention.planned-exits',
    module: 'retention',
    label: 'Planned exits',
    description:
      'People a year who leave by plan: redundancy, mutually agreed resignation, dated transfer out. Taken before turnover, spread evenly, at most the people in post. Headcount.',
    unit: 'headcount-a-year',
    minimum: 0,
    maximum: 200000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'None until entered', status: 'judgement' },
    feeds: ['growth', 'pay-bill'],
  },
];
