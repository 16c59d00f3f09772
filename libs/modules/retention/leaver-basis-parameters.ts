import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';
import { ALL_STAFF_LEAVER_RATE, NATIONAL_LEAVER_RATES } from './leaver-rate-defaults';

/** Bases of an entered leaver rate; see `retention.leaver-rate-basis`. */
export const LEAVER_BASES = {
  snapshot: 0,
  snapshotWithStocks: 1,
  stabilityIndex: 2,
  centralRate: 3,
  monthlySnapshot: 4,
} as const;

/** What an entered leaver rate leaves out; see `retention.leaver-rate-excludes`. */
export const LEAVER_EXCLUSIONS = {
  nothingMore: 0,
  endsOfContract: 1,
  movesWithinNhs: 2,
  both: 3,
} as const;

const OF_LEAVER_RATE = {
  module: 'retention',
  perStaffGroup: true,
  perYear: false,
  decimals: 0,
  feeds: ['growth', 'pay-bill', 'representation'],
} as const;

const RATIO_SOURCE =
  'england-rates.csv: leaver rate in WTE over leaver rate in headcount, mean of October and November 2025';

function relative(value: number): ParameterDefault {
  return { value, source: RATIO_SOURCE, status: 'derived' };
}

/** One less the turnover of the national default, so that it says the same. */
function stability({ value, source }: ParameterDefault): ParameterDefault {
  return { value: Number((1 - value).toFixed(6)), source: `1 less turnover. ${source}`, status: 'derived' };
}

/** How the leaver rate that is entered was measured. */
export const LEAVER_BASIS_PARAMETERS: readonly ParameterDefinition[] = [
  {
    ...OF_LEAVER_RATE,
    key: 'retention.leaver-rate-basis',
    label: 'Basis of turnover',
    description:
      'How the turnover entered was measured. It is converted once to the yearly chance of leaving; figures of different bases are never compared.',
    unit: 'choice',
    choices: [
      { value: LEAVER_BASES.snapshot, label: 'leavers of a year over the people in post at its start' },
      {
        value: LEAVER_BASES.snapshotWithStocks,
        label: 'leavers of a year over the mean of its first and last headcount, change of headcount known',
      },
      { value: LEAVER_BASES.stabilityIndex, label: 'stability index (entered on its own line)' },
      {
        value: LEAVER_BASES.centralRate,
        label: 'leavers of a year over its mean headcount, joiners’ exits counted',
      },
      {
        value: LEAVER_BASES.monthlySnapshot,
        label: 'leavers of one month over the people in post at its start',
      },
    ],
    minimum: 0,
    maximum: 4,
    default: { value: 0, source: 'Projection model, section 3.3', status: 'judgement' },
  },
  {
    ...OF_LEAVER_RATE,
    key: 'retention.leaver-rate-headcount-change',
    label: 'Change of headcount in the year of the turnover',
    description:
      'Headcount at the end of the year in which the turnover was measured over that at its start, less 1. Used where turnover is over the mean of first and last headcount.',
    unit: 'share-a-year',
    minimum: -0.9,
    maximum: 2,
    plausibleMinimum: -0.1,
    plausibleMaximum: 0.1,
    decimals: 1,
    default: { value: 0, source: 'No change until entered', status: 'judgement' },
  },
  {
    ...OF_LEAVER_RATE,
    key: 'retention.stability-index',
    label: 'Stability index',
    description:
      'Share of the people in post who are still in post here 12 months later. Used in place of turnover where the basis says so.',
    unit: 'share',
    minimum: 0.05,
    maximum: 1,
    plausibleMinimum: 0.7,
    plausibleMaximum: 0.97,
    decimals: 1,
    perYear: true,
    default: stability(ALL_STAFF_LEAVER_RATE),
    defaultByStaffGroup: Object.fromEntries(
      Object.entries(NATIONAL_LEAVER_RATES).map(([code, own]) => [code, stability(own)]),
    ),
  },
  {
    ...OF_LEAVER_RATE,
    key: 'retention.leaver-rate-counts',
    label: 'Turnover counts',
    description: 'Whether the turnover entered counts people or WTE. WTE is converted by the WTE of leavers.',
    unit: 'choice',
    choices: [
      { value: 0, label: 'people (headcount)' },
      { value: 1, label: 'WTE' },
    ],
    minimum: 0,
    maximum: 1,
    default: { value: 0, source: 'Published rates are of headcount', status: 'judgement' },
  },
  {
    ...OF_LEAVER_RATE,
    key: 'retention.leavers-relative-participation',
    label: 'WTE of leavers relative to staff in post',
    description:
      'WTE per head of leavers over WTE per head of staff in post. Used where turnover counts WTE: people leave at the WTE rate divided by it.',
    unit: 'share',
    minimum: 0.3,
    maximum: 2,
    plausibleMinimum: 0.8,
    plausibleMaximum: 1.1,
    default: relative(0.945),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': relative(0.942),
      midwives: relative(0.936),
      'hchs-doctors': relative(0.901),
      'scientific-therapeutic-and-technical-staff': relative(0.972),
      'ambulance-staff': relative(0.938),
      'support-to-doctors-nurses-and-midwives': relative(0.943),
    },
  },
  {
    ...OF_LEAVER_RATE,
    key: 'retention.leaver-rate-excludes',
    label: 'Turnover leaves out',
    description:
      'What the turnover entered leaves out beside bank staff and resident doctors. Leavers left out are added by their shares.',
    unit: 'choice',
    choices: [
      { value: LEAVER_EXCLUSIONS.nothingMore, label: 'nothing more' },
      { value: LEAVER_EXCLUSIONS.endsOfContract, label: 'ends of fixed-term contracts' },
      { value: LEAVER_EXCLUSIONS.movesWithinNhs, label: 'moves to other NHS organisations' },
      { value: LEAVER_EXCLUSIONS.both, label: 'both' },
    ],
    minimum: 0,
    maximum: 3,
    default: { value: 0, source: 'Turnover benchmarking counts both', status: 'judgement' },
  },
];
