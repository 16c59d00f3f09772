import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

function judged(value: number, source: string): ParameterDefault {
  return { value, source, status: 'judgement' };
}

const BANK_SHARE = 'Planning judgement, used only where the actual use is not entered';
const NO_CAP = judged(1, '100 % sets no cap');
const BANNED: ParameterDefault = {
  value: 0,
  source: 'targets.json: agency ban for administration and estates since 16 September 2019 (P07; P06)',
  status: 'published',
};
const NATIONAL_CUTS =
  'No reduction until the organisation plans one. National asks (targets.json): 30 % less spend from November 2024; none by the end of this parliament';

function actual(kind: 'bank' | 'agency', label: string): ParameterDefinition {
  return {
    key: `temporary-staffing.${kind}-at-start`,
    module: 'temporary-staffing',
    label,
    description: `${kind === 'bank' ? 'Bank' : 'Agency and locum'} WTE worked in the baseline month: hours / 37.5 x 7 / days in the month. With 0 for bank and agency the use is not known and the need is uncalibrated.`,
    unit: 'fte',
    minimum: 0,
    maximum: 50000,
    decimals: 1,
    perStaffGroup: true,
    perYear: false,
    default: judged(0, 'Not known until entered'),
    feeds: ['temporary-staffing', 'pay-bill'],
  };
}

function cap(kind: 'bank' | 'agency', label: string): ParameterDefinition {
  return {
    key: `temporary-staffing.${kind}-cap`,
    module: 'temporary-staffing',
    label,
    description: `Most ${kind} WTE of the year as a share of funded posts; what it keeps out is filled by ${kind === 'bank' ? 'agency staff' : 'nobody and shown as unfilled'}. 100 % sets no cap.`,
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: NO_CAP,
    ...(kind === 'agency'
      ? { defaultByStaffGroup: { 'central-functions': BANNED, 'hotel-property-and-estates': BANNED } }
      : {}),
    feeds: ['temporary-staffing', 'pay-bill'],
  };
}

/** Who works what is needed. */
export const TEMPORARY_SUPPLY_PARAMETERS: readonly ParameterDefinition[] = [
  actual('bank', 'Bank WTE at the start'),
  actual('agency', 'Agency WTE at the start'),
  {
    key: 'temporary-staffing.bank-share-at-start',
    module: 'temporary-staffing',
    label: 'Share of the need that the bank fills at the start',
    description:
      'Share of bank in bank and agency together. Used only where the actual use of the baseline month is not entered.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
    perStaffGroup: true,
    perYear: false,
    default: judged(0.8, BANK_SHARE),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': judged(0.8, BANK_SHARE),
      'hchs-doctors': judged(0.6, BANK_SHARE),
      'scientific-therapeutic-and-technical-staff': judged(0.6, BANK_SHARE),
      'support-to-doctors-nurses-and-midwives': judged(0.95, BANK_SHARE),
      'central-functions': judged(1, BANK_SHARE),
      'hotel-property-and-estates': judged(1, BANK_SHARE),
    },
    feeds: ['temporary-staffing', 'pay-bill'],
  },
  {
    key: 'temporary-staffing.bank-share-change',
    module: 'temporary-staffing',
    label: 'Change of the share that the bank fills',
    description:
      'Points by which the bank fills more (or less) of the need than at the start: moving agency work to the bank.',
    unit: 'share',
    minimum: -1,
    maximum: 1,
    plausibleMinimum: -0.2,
    plausibleMaximum: 0.3,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: judged(0, 'No change until planned'),
    feeds: ['temporary-staffing', 'pay-bill'],
  },
  cap('bank', 'Bank cap'),
  cap('agency', 'Agency cap'),
  {
    key: 'temporary-staffing.agency-reduction',
    module: 'temporary-staffing',
    label: 'Reduction of agency use',
    description:
      'Agency WTE of the year is at most that of the baseline month less this share: a reduction of spend at constant prices. 0 sets no limit; 100 % ends agency use.',
    unit: 'share',
    minimum: 0,
    maximum: 1,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: judged(0, NATIONAL_CUTS),
    feeds: ['temporary-staffing', 'pay-bill'],
  },
];
