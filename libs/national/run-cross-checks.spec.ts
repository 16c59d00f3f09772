import fc from 'fast-check';
import { loadPolicy } from '#policy';
import { CROSS_CHECKS, type CrossCheckCode } from './cross-check';
import type { Contribution, NationalPosition, SharedQuantity } from './national-position';
import { runCrossChecks } from './run-cross-checks';

const YEAR = 2026;
const WEST_YORKSHIRE = { code: 'QWO', name: 'West Yorkshire', status: 'agreed' } as const;
const DERBY = { code: 'QJ2', name: 'Derby and Derbyshire', status: 'default' } as const;
const LEEDS = { code: 'RR8', name: 'Leeds' };
const CALDERDALE = { code: 'RWY', name: 'Calderdale' };
const DERBY_TRUST = { code: 'RTG', name: 'University Hospitals of Derby and Burton' };

interface Planned {
  readonly quantity: SharedQuantity;
  /** Of Leeds, Calderdale and Derby. */
  readonly amounts: readonly [number, number, number];
  readonly staffGroup?: string;
  readonly standard?: string;
}

function contributions({ quantity, amounts, staffGroup, standard }: Planned): readonly Contribution[] {
  const common = { quantity, staffGroup: staffGroup ?? null, standard: standard ?? null, year: YEAR };
  return [
    { ...common, organisation: LEEDS, system: WEST_YORKSHIRE, region: 'Y63', amount: amounts[0] },
    { ...common, organisation: CALDERDALE, system: WEST_YORKSHIRE, region: 'Y63', amount: amounts[1] },
    { ...common, organisation: DERBY_TRUST, system: DERBY, region: 'Y60', amount: amounts[2] },
  ];
}

const NURSES = 'nurses-and-health-visitors';
const NURSING_DEGREE = 'ST0781';

/** Plans that fit what exists, and one another. */
const CONSISTENT: readonly Planned[] = [
  { quantity: 'joiners', amounts: [800, 200, 500], staffGroup: NURSES },
  { quantity: 'international-joiners', amounts: [80, 20, 50], staffGroup: NURSES },
  { quantity: 'newly-qualified', amounts: [200, 60, 140], staffGroup: NURSES },
  { quantity: 'hires-from-other-nhs', amounts: [30, 10, 20], staffGroup: NURSES },
  { quantity: 'leavers-to-other-nhs', amounts: [25, 20, 25], staffGroup: NURSES },
  { quantity: 'levy-transfers-in', amounts: [0, 40_000, 0] },
  { quantity: 'levy-transfers-out', amounts: [50_000, 0, 0] },
  { quantity: 'apprenticeship-starts', amounts: [12, 4, 8], standard: NURSING_DEGREE, staffGroup: NURSES },
  { quantity: 'pay-bill', amounts: [600e6, 150e6, 400e6], staffGroup: NURSES },
];

function position(planned: readonly Planned[]): NationalPosition {
  const line = { staffGroup: null, standard: null };
  return {
    contributions: planned.flatMap(contributions),
    limits: [
      {
        year: YEAR,
        envelopes: [
          { organisation: 'ENG', envelope: 'international-joiners', ...line, amount: 160 },
          { organisation: 'ENG', envelope: 'joiners', ...line, amount: 1_600 },
          { organisation: 'QWO', envelope: 'pay-bill', ...line, amount: 760e6 },
          {
            organisation: 'ENG',
            envelope: 'apprenticeship-starts',
            staffGroup: null,
            standard: NURSING_DEGREE,
            amount: 24,
          },
        ],
        trainingSupply: [
          { region: 'Y63', staffGroup: NURSES, commissionedPlaces: 300, expectedNewlyQualified: 265 },
          { region: 'Y60', staffGroup: NURSES, commissionedPlaces: 160, expectedNewlyQualified: 140 },
        ],
      },
    ],
    ambitions: loadPolicy().nationalAmbitions,
    nation: 'ENG',
  };
}

/** The consistent plans with other amounts of some quantities. */
function planted(
  changes: Partial<Record<SharedQuantity, readonly [number, number, number]>>,
): NationalPosition {
  return position(
    CONSISTENT.map((planned) => ({ ...planned, amounts: changes[planned.quantity] ?? planned.amounts })),
  );
}

/** What is planted, by how much it exceeds, and the organisation that drives it. */
const PLANTED: Readonly<
  Record<
    CrossCheckCode,
    { readonly position: NationalPosition; readonly excess: number; readonly by: string }
  >
> = {
  'international-pool': {
    position: planted({ 'international-joiners': [80, 20, 90] }),
    excess: 30,
    by: 'RTG',
  },
  // On 31 March 2027, 1,399 of 5,479 days after 1 June 2023: 25 % - 14.5 % x 1,399 / 5,479 = 21.297 576 % of joiners.
  'international-ambition': {
    position: planted({ joiners: [400, 150, 50], 'international-joiners': [100, 20, 30] }),
    excess: 150 - 600 * (0.25 - (0.145 * 1399) / 5479),
    by: 'RR8',
  },
  'joiners-ambition': { position: planted({ joiners: [1_000, 200, 500] }), excess: 100, by: 'RR8' },
  'newly-qualified-supply': {
    position: planted({ 'newly-qualified': [220, 60, 140] }),
    excess: 15,
    by: 'RR8',
  },
  'newly-qualified-places': {
    position: planted({ 'newly-qualified': [200, 60, 170] }),
    excess: 10,
    by: 'RTG',
  },
  'hires-against-leavers': {
    position: planted({ 'hires-from-other-nhs': [30, 10, 55] }),
    excess: 25,
    by: 'RTG',
  },
  'levy-transfers': { position: planted({ 'levy-transfers-in': [0, 90_000, 0] }), excess: 40_000, by: 'RWY' },
  'apprenticeship-capacity': {
    position: planted({ 'apprenticeship-starts': [18, 4, 8] }),
    excess: 6,
    by: 'RR8',
  },
  'pay-bill-envelope': { position: planted({ 'pay-bill': [620e6, 150e6, 400e6] }), excess: 10e6, by: 'RR8' },
};

describe('cross-checks of plans against what exists', () => {
  it('find nothing where plans fit', () => {
    expect(runCrossChecks(position(CONSISTENT))).toEqual([]);
  });

  it.each(CROSS_CHECKS)('find, size and attribute what is planted: %s', (code) => {
    const breaches = runCrossChecks(PLANTED[code].position);
    const found = breaches.find(({ check }) => check === code);
    expect(found?.excess).toBeCloseTo(PLANTED[code].excess, 6);
    const organisations = found?.drivers.flatMap((driver) => driver.organisations) ?? [];
    const most = organisations.toSorted((left, right) => right.planned - left.planned)[0];
    expect(most?.code).toBe(PLANTED[code].by);
    expect(found?.resolution).not.toBe('');
    // More than is expected to qualify is more than there are places for, and the other way round not.
    const others = breaches.filter(({ check }) => check !== code).map(({ check }) => check);
    expect(others).toEqual(code === 'newly-qualified-places' ? ['newly-qualified-supply'] : []);
  });

  it('say nothing of a limit that nobody has shared', () => {
    const { limits, ...rest } = planted({
      'international-joiners': [0, 0, 500],
      'pay-bill': [9e9, 9e9, 9e9],
    });
    const open = limits.map(({ year }) => ({ year, envelopes: [], trainingSupply: [] }));
    expect(runCrossChecks({ ...rest, limits: open }).map(({ check }) => check)).toEqual([
      'international-ambition',
    ]);
  });

  it('share an excess out completely, and giving it resolves the breach', () => {
    const amount = fc.double({ min: 0, max: 500, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(amount, amount, amount), (amounts) => {
        for (const { drivers, excess, planned, available } of runCrossChecks(
          planted({ 'international-joiners': amounts }),
        )) {
          const given = drivers.reduce((sum, { toGive }) => sum + toGive, 0);
          expect(given).toBeCloseTo(excess, 6);
          expect(planned - given).toBeCloseTo(available, 6);
          for (const driver of drivers) expect(driver.toGive).toBeLessThanOrEqual(driver.planned + 1e-9);
        }
      }),
    );
  });
});
