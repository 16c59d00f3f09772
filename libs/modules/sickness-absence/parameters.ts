import type { ParameterDefault, ParameterDefinition } from '../registry/parameter-definition';
import { ABSENCE_IMPROVEMENT_PARAMETERS } from './improvement-parameters';

function sickness(value: number, low: number, high: number): ParameterDefault {
  return {
    value,
    low,
    high,
    source: 'default_ranges.csv: NHS sickness absence benchmarking 2024, P10 and P90 over organisations',
    status: 'derived',
  };
}

const ALL_STAFF = sickness(0.05, 0.035, 0.07);

/** England's sickness by staff group in 2024. */
const NATIONAL_SICKNESS: Readonly<Record<string, ParameterDefault>> = {
  'nurses-and-health-visitors': sickness(0.055, 0.043, 0.071),
  midwives: sickness(0.057, 0.046, 0.069),
  'hchs-doctors': sickness(0.019, 0.011, 0.03),
  'scientific-therapeutic-and-technical-staff': sickness(0.039, 0.028, 0.048),
  'ambulance-staff': sickness(0.061, 0.053, 0.07),
  'support-to-doctors-nurses-and-midwives': sickness(0.07, 0.054, 0.085),
  'support-to-scientific-therapeutic-and-technical-staff': sickness(0.058, 0.041, 0.074),
  'support-to-ambulance-staff': sickness(0.079, 0.061, 0.112),
  'hotel-property-and-estates': sickness(0.071, 0.049, 0.087),
  'central-functions': sickness(0.039, 0.027, 0.048),
  managers: sickness(0.026, 0.016, 0.039),
  'senior-managers': {
    value: 0.021,
    low: 0.013,
    high: 0.035,
    source: 'sickness.csv: senior managers, England, January 2025 (one month); range judgement',
    status: 'judgement',
  },
};

/** Sickness absence: what is not available, and what the requirement already allows for. */
export const SICKNESS_ABSENCE_PARAMETERS: readonly ParameterDefinition[] = [
  {
    key: 'sickness-absence.rate',
    module: 'sickness-absence',
    label: 'Sickness absence',
    description:
      'FTE days lost to sickness as a share of FTE days available over the year; months follow the season of the staff group.',
    unit: 'share',
    minimum: 0,
    maximum: 0.5,
    plausibleMinimum: 0.005,
    plausibleMaximum: 0.12,
    decimals: 1,
    perStaffGroup: true,
    perYear: true,
    default: ALL_STAFF,
    defaultByStaffGroup: NATIONAL_SICKNESS,
    uncertainty: {
      family: 'log-split-normal',
      nationalShare: 0.6,
      source: 'Judgement: waves of illness are national, levels differ locally',
      status: 'judgement',
    },
    feeds: ['growth', 'temporary-staffing', 'pay-bill'],
  },
  {
    key: 'sickness-absence.planned-absence',
    module: 'sickness-absence',
    label: 'Absence that the requirement allows for',
    description:
      'Sickness absence already covered when the requirement was set. The shortfall compares the requirement less this absence with the FTE available.',
    unit: 'share',
    minimum: 0,
    maximum: 0.5,
    plausibleMinimum: 0.005,
    plausibleMaximum: 0.25,
    decimals: 1,
    perStaffGroup: true,
    perYear: false,
    default: ALL_STAFF,
    defaultByStaffGroup: NATIONAL_SICKNESS,
    feeds: ['growth'],
  },
  ...ABSENCE_IMPROVEMENT_PARAMETERS,
];
