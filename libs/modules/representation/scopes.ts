import type { RegisterChoice } from '../register/register-definition';

/**
 * What a target may be set for: the two levels of the national ambition, all staff, and the clusters of
 * each return. Their bands are dated policy data (`RepresentationPolicy.clusters`).
 */
export const TARGET_SCOPES: readonly RegisterChoice[] = [
  { code: 'leadership', label: 'Leadership (bands 8a to 9 and very senior managers)' },
  { code: 'broader-workforce', label: 'Broader workforce (everybody outside leadership)' },
  { code: 'all-staff', label: 'All staff' },
  ...['1', '2', '3', '4', '5', '6', '7', '8a', '8b', '8c', '8d', '9'].map((band) => ({
    code: `wres-band-${band}`,
    label: `Band ${band}`,
  })),
  { code: 'wres-vsm', label: 'Very senior managers' },
  { code: 'wres-consultants', label: 'Consultants' },
  { code: 'wres-non-consultant-career-grades', label: 'Non-consultant career grades' },
  { code: 'wres-trainee-grades', label: 'Trainee grades (resident doctors)' },
  ...['1', '2', '3', '4', '5', '6', '7'].map((number) => ({
    code: `wdes-${number}`,
    label: `WDES cluster ${number}`,
  })),
  { code: 'lower-tier', label: 'Disparity ratio, lower tier' },
  { code: 'middle-tier', label: 'Disparity ratio, middle tier' },
  { code: 'upper-tier', label: 'Disparity ratio, upper tier' },
];

/** Indicators and metrics that need counts which a projection has not. */
export const COUNTED_INDICATORS: readonly RegisterChoice[] = [
  { code: 'wres-2', label: 'WRES 2: appointment from shortlisting' },
  { code: 'wres-3', label: 'WRES 3: formal disciplinary process' },
  { code: 'wres-4', label: 'WRES 4: non-mandatory training' },
  { code: 'wres-9', label: 'WRES 9: board, all members' },
  { code: 'wres-9-voting', label: 'WRES 9: board, voting members' },
  { code: 'wres-9-executive', label: 'WRES 9: board, executive members' },
  { code: 'wdes-2', label: 'WDES 2: appointment from shortlisting' },
  { code: 'wdes-3', label: 'WDES 3: formal capability process' },
  { code: 'wdes-10', label: 'WDES 10: board, all members' },
  { code: 'wdes-10-voting', label: 'WDES 10: board, voting members' },
  { code: 'wdes-10-executive', label: 'WDES 10: board, executive members' },
  { code: 'promotion', label: 'Promotion (no national indicator): white over BME' },
];
