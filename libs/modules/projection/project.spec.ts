import { loadPolicy, projectionPolicy } from '#policy';

import { defaultAssumptions, project, ProjectionInputError, type ProjectionInput } from '.';

const BANDS = [
  'band-1',
  'band-2',
  'band-3',
  'band-4',
  'band-5',
  'band-6',
  'band-7',
  'band-8a',
  'band-8b',
  'band-8c',
  'band-8d',
  'band-9',
  'vsm',
  'foundation-year-1',
  'foundation-year-2',
  'core-training',
  'specialty-registrar',
  'other-medical',
  'specialty-doctor',
  'associate-specialist',
  'consultant',
  'unknown',
];
const GROUPS = [
  'hchs-doctors',
  'nurses-and-health-visitors',
  'midwives',
  'ambulance-staff',
  'scientific-therapeutic-and-technical-staff',
  'support-to-doctors-nurses-and-midwives',
  'support-to-ambulance-staff',
  'support-to-scientific-therapeutic-and-technical-staff',
  'central-functions',
  'hotel-property-and-estates',
  'senior-managers',
  'managers',
  'unknown-classification',
];
const calendar = { baselineMonth: '2025-11', firstYear: 2026, years: 5 };
const input: ProjectionInput = {
  schema: 'wholetime.projection-input/1',
  organisation: { code: 'RXX', name: 'x' },
  calendar,
  bands: BANDS,
  ageBands: [{ code: 'all-ages', widthYears: null }],
  ethnicities: ['white', 'bme', 'not-known'],
  staffGroups: GROUPS.map((code, i) => ({
    code,
    name: code,
    registered: i < 5,
    medical: i === 0,
    basis: 'staff-in-post',
    headcount: 1000 + i,
    fte: 900,
    bandShares: BANDS.map(() => 1 / BANDS.length),
    ageShares: [1],
    ethnicityShares: [0.7, 0.25, 0.05],
    profileSource: 'x',
  })),
  assumptions: defaultAssumptions(calendar),
  policy: projectionPolicy(loadPolicy(), 2026, 5),
  seed: '0',
  draws: 0,
};
it('smoke', () => {
  const times = [];
  let out;
  for (let i = 0; i < 12; i += 1) {
    const t = performance.now();
    out = project(input);
    times.push(performance.now() - t);
  }
  console.log(times.map((x) => x.toFixed(1)).join(' '));
  const g = out!.staffGroups[1]!;
  for (const [k, v] of Object.entries(g.series))
    console.log(
      k,
      v.length,
      v
        .slice(0, 4)
        .map((x) => x.toFixed(2))
        .join(' '),
      v.at(-1)?.toFixed(2),
    );
  console.log(out!.notices.slice(0, 3), out!.months.length, out!.months.at(-1));
});
