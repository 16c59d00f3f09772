import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';

function target(value: number): ParameterDefault {
  return {
    value,
    source:
      'targets.json: 4.1 % of all staff by about 2029/30, against 5.0 % in 2024; each group in proportion. Not in force until months to the target are entered',
    status: 'unverified',
  };
}

function ward(value: number, national: string): ParameterDefault {
  return {
    value,
    source: `What is left of 22 % funded headroom after national sickness of ${national}`,
    status: 'judgement',
  };
}

/** Sickness absence: the target, and absence of other kinds. */
export const ABSENCE_IMPROVEMENT_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'sickness-absence.target-rate',
    module: 'sickness-absence',
    label: 'Target for sickness absence',
    description:
      'Sickness rate to be reached: a rate over the whole year, in force only where months to the target are entered. A rate below it stays.',
    unit: 'share',
    minimum: 0,
    maximum: 0.5,
    plausibleMinimum: 0.005,
    plausibleMaximum: 0.12,
    decimals: 1,
    perStaffGroup: true,
    perYear: false,
    default: target(0.041),
    defaultByStaffGroup: {
      'nurses-and-health-visitors': target(0.045),
      midwives: target(0.047),
      'hchs-doctors': target(0.016),
      'scientific-therapeutic-and-technical-staff': target(0.032),
      'ambulance-staff': target(0.05),
      'support-to-doctors-nurses-and-midwives': target(0.057),
      'support-to-scientific-therapeutic-and-technical-staff': target(0.048),
      'support-to-ambulance-staff': target(0.065),
      'hotel-property-and-estates': target(0.058),
      'central-functions': target(0.032),
      managers: target(0.021),
      'senior-managers': target(0.017),
    },
    feeds: ['growth', 'temporary-staffing', 'pay-bill'],
  },
  {
    key: 'sickness-absence.months-to-target',
    module: 'sickness-absence',
    label: 'Months to the sickness target',
    description:
      "Months from the round's start until the target is reached; the rate moves there in equal monthly steps. 0 means that no target is set.",
    unit: 'months',
    minimum: 0,
    maximum: 240,
    plausibleMaximum: 60,
    decimals: 0,
    perStaffGroup: true,
    perYear: false,
    default: { value: 0, source: 'No target until the organisation sets one', status: 'judgement' },
    feeds: ['growth', 'temporary-staffing', 'pay-bill'],
  },
  {
    key: 'sickness-absence.other-absence',
    module: 'sickness-absence',
    label: 'Absence other than sickness',
    description:
      'Annual leave, study, maternity and other paid absence as a share of contracted time. Available WTE and requirement are both stated before that of the baseline, so only a change of it moves the available WTE. With sickness it is what funded headroom is compared with; 0 where there is no headroom.',
    unit: 'share',
    minimum: 0,
    maximum: 0.6,
    plausibleMaximum: 0.25,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: { value: 0, source: 'Not counted where no headroom is funded for it', status: 'judgement' },
    defaultByStaffGroup: {
      'nurses-and-health-visitors': ward(0.165, '5.5 %'),
      'support-to-doctors-nurses-and-midwives': ward(0.15, '7.0 %'),
    },
    feeds: ['growth', 'temporary-staffing'],
  },
];
