import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

function judged(value: number, source: string): ParameterDefault {
  return { value, source, status: 'judgement' };
}

const VACANT_POSTS =
  'Planning judgement: how much of a vacant post the group usually covers by bank and agency';
const COVERED_ABSENCE = 'Planning judgement: how much unfunded absence the group usually covers';
const WARD_HEADROOM = judged(
  0.22,
  'Projection model: 22 % is the usual headroom of ward nursing, registered and support',
);

/** What temporary staff are needed for. */
export const TEMPORARY_NEED_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'temporary-staffing.vacancy-fill-share',
    module: 'temporary-staffing',
    label: 'Share of vacant posts that need temporary cover',
    description:
      'Of funded posts that nobody holds, the share for which bank or agency staff are asked for. Scaled to the actual use of the baseline month where that is entered.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: judged(0.4, VACANT_POSTS),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': judged(0.7, VACANT_POSTS),
      midwives: judged(0.7, VACANT_POSTS),
      'hchs-doctors': judged(0.6, VACANT_POSTS),
      'support-to-doctors-nurses-and-midwives': judged(0.8, VACANT_POSTS),
      'central-functions': judged(0.2, VACANT_POSTS),
      managers: judged(0.1, VACANT_POSTS),
      'senior-managers': judged(0.1, VACANT_POSTS),
    },
    feeds: ['temporary-staffing', 'pay-bill'],
  },
  {
    key: 'temporary-staffing.absence-cover-share',
    module: 'temporary-staffing',
    label: 'Share of unfunded absence that needs temporary cover',
    description:
      'Of absence beyond the funded headroom, the share for which bank or agency staff are asked for. Scaled to the actual use of the baseline month where that is entered.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: judged(0.3, COVERED_ABSENCE),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': judged(1, COVERED_ABSENCE),
      midwives: judged(0.8, COVERED_ABSENCE),
      'hchs-doctors': judged(0.7, COVERED_ABSENCE),
      'support-to-doctors-nurses-and-midwives': judged(1, COVERED_ABSENCE),
      'hotel-property-and-estates': judged(0.5, COVERED_ABSENCE),
      'central-functions': judged(0.1, COVERED_ABSENCE),
      managers: judged(0, COVERED_ABSENCE),
      'senior-managers': judged(0, COVERED_ABSENCE),
    },
    feeds: ['temporary-staffing', 'pay-bill'],
  },
  {
    key: 'temporary-staffing.funded-headroom',
    module: 'temporary-staffing',
    label: 'Funded headroom for absence',
    description:
      'Share of funded posts that pays for absence (annual leave, sickness, study, maternity). Only sickness and other absence above it need temporary cover.',
    unit: 'share',
    minimum: 0,
    maximum: 0.5,
    plausibleMaximum: 0.3,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: judged(0, 'Projection model: no headroom outside ward nursing until stated'),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': WARD_HEADROOM,
      'support-to-doctors-nurses-and-midwives': WARD_HEADROOM,
    },
    feeds: ['temporary-staffing', 'pay-bill'],
  },
  {
    key: 'temporary-staffing.demand-above-establishment',
    module: 'temporary-staffing',
    label: 'Work above establishment',
    description:
      'Temporary WTE needed for escalation beds, enhanced care and other work that no funded post covers.',
    unit: 'fte',
    minimum: 0,
    maximum: 20000,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: judged(0, 'None until entered'),
    feeds: ['temporary-staffing', 'pay-bill'],
  },
];
