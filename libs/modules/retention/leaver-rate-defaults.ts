import type { ParameterDefault } from '../registry/parameter-definition';

const INDICATIVE = 'England monthly headcount rates, October and November 2025, times 12 (indicative)';

function published(value: number, low: number, high: number): ParameterDefault {
  return {
    value,
    low,
    high,
    source: `default_ranges.csv: ${INDICATIVE}; range judgement`,
    status: 'derived',
  };
}

function fromTwoMonths(value: number, low: number, high: number): ParameterDefault {
  return { value, low, high, source: `england-rates.csv: ${INDICATIVE}; range judgement`, status: 'derived' };
}

/** Turnover of all staff groups together: the mean of 1.01 % and 0.95 % a month. */
export const ALL_STAFF_LEAVER_RATE = fromTwoMonths(0.117, 0.09, 0.15);

/** Turnover (left this organisation) by staff group, resident doctors excluded. */
export const NATIONAL_LEAVER_RATES: Readonly<Record<string, ParameterDefault>> = {
  'nurses-and-health-visitors': published(0.085, 0.07, 0.13),
  midwives: published(0.08, 0.06, 0.13),
  'hchs-doctors': published(0.1, 0.07, 0.15),
  'scientific-therapeutic-and-technical-staff': published(0.115, 0.09, 0.15),
  'ambulance-staff': published(0.08, 0.06, 0.12),
  'support-to-doctors-nurses-and-midwives': published(0.14, 0.1, 0.2),
  'support-to-scientific-therapeutic-and-technical-staff': published(0.165, 0.11, 0.2),
  'support-to-ambulance-staff': published(0.155, 0.1, 0.22),
  'hotel-property-and-estates': published(0.125, 0.09, 0.18),
  'central-functions': published(0.13, 0.09, 0.17),
  managers: published(0.115, 0.07, 0.15),
  'senior-managers': fromTwoMonths(0.132, 0.08, 0.17),
  'unknown-classification': fromTwoMonths(0.17, 0.05, 0.3),
};
