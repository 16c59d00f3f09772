import { defaultAssumptions, type ProjectionInput, type ResolvedAssumptions } from '#modules/projection';

/** Two months to the start of the year and the year itself: February 2026 to March 2027. */
const calendar = { baselineMonth: '2026-01', firstYear: 2026, years: 1 };

/**
 * One organisation of one staff group that can be worked by hand: 1,000 people, half in band 5 and half in
 * band 6, 900 FTE in 1,000 funded posts. National defaults, with the values entered for every year.
 */
export function handWorked(
  entered: Readonly<Record<string, number>>,
  registers: NonNullable<ProjectionInput['registers']> = {},
): ProjectionInput {
  const values = Object.entries(entered).map(([key, value]) => [
    key,
    { 'all-staff': { values: [value, value] } },
  ]);
  return {
    schema: 'wholetime.projection-input/1',
    organisation: { code: 'RZZ', name: 'Hand-worked' },
    calendar,
    bands: ['band-5', 'band-6'],
    ageBands: [{ code: 'all-ages', widthYears: null }],
    ethnicities: ['white', 'bme'],
    staffGroups: [
      {
        code: 'hand-worked',
        name: 'Hand-worked',
        registered: true,
        medical: false,
        basis: 'staff-in-post',
        headcount: 1000,
        fte: 900,
        establishment: 1000,
        bandShares: [0.5, 0.5],
        ageShares: [1],
        ethnicityShares: [0.8, 0.2],
        profileSource: 'by hand',
      },
    ],
    assumptions: { ...defaultAssumptions(calendar), ...(Object.fromEntries(values) as ResolvedAssumptions) },
    registers,
    policy: {
      basicPay: { 'band-5': [24000, 24000], 'band-6': [36000, 36000] },
      payScalesTo: { 'band-5': 2025, 'band-6': 2025 },
      employerNationalInsurance: [
        { rate: 0.15, thresholdPounds: 5000 },
        { rate: 0.15, thresholdPounds: 5000 },
      ],
      employerPension: [
        { local: 0.1438, central: 0.094 },
        { local: 0.1438, central: 0.094 },
      ],
      sources: [],
    },
    seed: '0',
    draws: 0,
  };
}
