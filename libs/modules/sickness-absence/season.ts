import type { Season } from '../compilation';

/**
 * Sickness of each month over the mean of its year, all staff: NHS sickness absence benchmarking,
 * January 2023 to December 2025. April to March.
 */
const ALL_STAFF: Season = [0.916, 0.905, 0.933, 0.977, 0.96, 0.99, 1.071, 1.073, 1.125, 1.082, 1.006, 0.956];

/**
 * By staff group, England, 2023 and 2024: the all-staff profile plus the group's deviation from it, times
 * the reliability of that deviation (`2 r / (1 + r)`, `r` the correlation of the deviations of the two
 * years; 0.43 for central functions to 0.87 for support to ST&T staff). A group left out has none
 * (managers, senior managers: the deviations of the two years are unrelated) and takes the all-staff profile.
 */
const BY_STAFF_GROUP: Readonly<Record<string, Season>> = {
  'hchs-doctors': [0.93, 0.943, 0.945, 1.005, 0.886, 0.977, 1.061, 1.056, 1.091, 1.07, 1.03, 1.006],
  'nurses-and-health-visitors': [
    0.926, 0.915, 0.934, 0.985, 0.96, 0.99, 1.065, 1.06, 1.127, 1.078, 0.998, 0.962,
  ],
  midwives: [0.932, 0.921, 0.932, 1, 0.981, 1, 1.064, 1.051, 1.119, 1.067, 0.984, 0.95],
  'ambulance-staff': [0.936, 0.912, 0.914, 0.985, 0.979, 0.976, 1.007, 1.033, 1.175, 1.094, 1.016, 0.974],
  'scientific-therapeutic-and-technical-staff': [
    0.91, 0.895, 0.918, 0.987, 0.948, 0.982, 1.089, 1.086, 1.12, 1.079, 1.021, 0.966,
  ],
  'support-to-doctors-nurses-and-midwives': [
    0.923, 0.914, 0.935, 0.992, 0.971, 0.991, 1.067, 1.063, 1.112, 1.072, 0.999, 0.961,
  ],
  'support-to-ambulance-staff': [
    0.935, 0.92, 0.935, 0.979, 0.957, 0.968, 1.029, 1.042, 1.149, 1.096, 1.014, 0.975,
  ],
  'support-to-scientific-therapeutic-and-technical-staff': [
    0.902, 0.889, 0.919, 0.987, 0.969, 0.989, 1.086, 1.09, 1.113, 1.075, 1.017, 0.964,
  ],
  'central-functions': [0.912, 0.905, 0.928, 0.987, 0.958, 0.992, 1.081, 1.092, 1.116, 1.064, 1.005, 0.96],
  'hotel-property-and-estates': [
    0.918, 0.909, 0.939, 0.984, 0.975, 0.993, 1.059, 1.062, 1.111, 1.08, 1.008, 0.963,
  ],
};

/** Factors on the year's sickness rate, April to March, mean 1. */
export function sicknessSeason(staffGroup: string): Season {
  const season = BY_STAFF_GROUP[staffGroup] ?? ALL_STAFF;
  const mean = season.reduce((sum, factor) => sum + factor, 0) / season.length;
  return season.map((factor) => factor / mean);
}
