import fc from 'fast-check';

import type { ParameterDefinition } from '../registry';
import { resolveCascade, type CascadeRow, type StaffGroupNode } from '.';

const TREE: readonly StaffGroupNode[] = [
  { code: 'all-staff', parentCode: null },
  { code: 'clinical', parentCode: 'all-staff' },
  { code: 'nurses', parentCode: 'clinical' },
  { code: 'midwives', parentCode: 'clinical' },
  { code: 'managers', parentCode: 'all-staff' },
];

const RATE: ParameterDefinition = {
  key: 'retention.leaver-rate',
  module: 'retention',
  label: 'Turnover',
  description: '',
  unit: 'share-a-year',
  minimum: 0,
  maximum: 1,
  decimals: 1,
  perStaffGroup: true,
  perYear: true,
  default: { value: 0.1, low: 0.08, high: 0.14, source: 'national', status: 'published' },
  defaultByStaffGroup: { clinical: { value: 0.09, source: 'national', status: 'published' } },
  feeds: [],
};
const COUNT: ParameterDefinition = {
  ...RATE,
  key: 'growth.joiners-other-nhs',
  unit: 'headcount-a-year',
  maximum: 1000,
  default: { value: 0, source: 'none', status: 'judgement' },
  defaultByStaffGroup: {},
};

type Row = CascadeRow<string>;
const row = (over: Partial<Row>): Row => ({
  scenarioDepth: 0,
  organisationDepth: 0,
  staffGroup: 'nurses',
  firstYear: 2026,
  operation: 'set',
  value: 0.2,
  low: null,
  high: null,
  meta: '',
  ...over,
});
const resolve = (rows: readonly Row[], parameter = RATE) =>
  resolveCascade({ parameter, staffGroups: TREE, firstYear: 2025, years: 4, rows }).cells;
const valuesOf = (rows: readonly Row[], group: string, parameter = RATE) =>
  resolve(rows, parameter)[group]?.map((cell) => cell.value);

describe('resolveCascade', () => {
  it('gives the national default of the nearest staff group, with its range', () => {
    const cells = resolve([]);
    expect(cells['midwives']?.[0]).toMatchObject({
      value: 0.09,
      provenance: { level: 'national-default', staffGroup: 'clinical' },
    });
    expect(cells['managers']?.[3]).toMatchObject({ value: 0.1, low: 0.08, high: 0.14 });
  });

  it('applies a value from its first year until a later one', () => {
    const rows = [row({ firstYear: 2026, value: 0.2 }), row({ firstYear: 2028, value: 0.3 })];
    expect(valuesOf(rows, 'nurses')).toEqual([0.09, 0.2, 0.2, 0.3]);
  });

  it('prefers the nearer scenario to the nearer organisation, that to the nearer group, that to the later year', () => {
    const nearScenario = row({ organisationDepth: 3, staffGroup: 'all-staff', firstYear: 2020, value: 0.5 });
    const nearOrganisation = row({ scenarioDepth: 1, staffGroup: 'all-staff', firstYear: 2020, value: 0.4 });
    const nearGroup = row({ scenarioDepth: 1, organisationDepth: 1, firstYear: 2020, value: 0.3 });
    const lateYear = row({ scenarioDepth: 1, organisationDepth: 1, staffGroup: 'clinical', value: 0.2 });
    const rows = [lateYear, nearGroup, nearOrganisation, nearScenario];
    const winners = [3, 2, 1, 0].map((count) => valuesOf(rows.slice(0, count + 1), 'nurses')?.[2]);
    expect(winners).toEqual([0.5, 0.4, 0.3, 0.2]);
  });

  it('lets a national what-if act on local values and says what it acted on', () => {
    const local = row({ scenarioDepth: 1, value: 0.2, low: 0.1, high: 0.3, meta: 'local' });
    const whatIf = row({
      organisationDepth: 3,
      staffGroup: 'all-staff',
      operation: 'multiply',
      value: 0.5,
      meta: 'what-if',
    });
    const cells = resolve([whatIf, local]);
    expect(cells['nurses']?.[1]).toMatchObject({ value: 0.1, low: 0.05, high: 0.15 });
    expect(cells['managers']?.[1]?.value).toBe(0.05);
    const provenance = cells['nurses']?.[1]?.provenance;
    expect(provenance).toMatchObject({ level: 'scenario', decidedBy: { meta: 'what-if' } });
    expect(provenance?.level === 'scenario' && provenance.steps).toMatchObject([
      { row: { meta: 'what-if' }, before: 0.2, after: 0.1 },
      { row: { meta: 'local' }, before: null, after: 0.2 },
    ]);
  });

  it('holds a change within the hard bounds and says so', () => {
    const [, cell] = resolve([row({ operation: 'add', value: 5 })])['nurses'] ?? [];
    expect(cell).toMatchObject({ value: 1, heldAt: 'maximum' });
  });

  it('never copies a count to subgroups or member organisations, and sums it for a parent', () => {
    const rows = [
      row({ value: 10 }),
      row({ staffGroup: 'midwives', value: 4 }),
      row({ staffGroup: 'clinical', value: 999 }),
      row({ staffGroup: 'managers', organisationDepth: 1, value: 999 }),
      row({
        staffGroup: 'all-staff',
        scenarioDepth: 0,
        organisationDepth: 2,
        operation: 'multiply',
        value: 2,
      }),
    ];
    const inYear = (group: string) => resolve(rows, COUNT)[group]?.[1];
    expect(inYear('nurses')?.value).toBe(10);
    expect(inYear('managers')?.value).toBe(0);
    expect(inYear('clinical')).toMatchObject({ value: 14, provenance: { level: 'sum' } });
    expect(inYear('all-staff')?.value).toBe(14);
  });

  it('asks a parameter of the whole organisation at the root, and one of all years of any year', () => {
    const parameter = { ...RATE, perStaffGroup: false, perYear: false };
    const cells = resolve([row({ staffGroup: 'all-staff', firstYear: 2030, value: 0.7 })], parameter);
    expect(Object.keys(cells)).toEqual(['all-staff']);
    expect(cells['all-staff']?.map((cell) => cell.value)).toEqual([0.7, 0.7, 0.7, 0.7]);
  });

  it('refuses a staff-group list that is not a tree', () => {
    const staffGroups = [{ code: 'a', parentCode: 'b' }];
    const question = { parameter: RATE, staffGroups, firstYear: 2025, years: 1, rows: [] };
    expect(() => resolveCascade(question)).toThrow('staff group a has the unknown parent b');
  });
});

describe('resolveCascade, whatever the rows', () => {
  const anyRow: fc.Arbitrary<Row> = fc.record({
    scenarioDepth: fc.integer({ min: 0, max: 2 }),
    organisationDepth: fc.integer({ min: 0, max: 3 }),
    staffGroup: fc.constantFrom(...TREE.map((node) => node.code)),
    firstYear: fc.integer({ min: 2024, max: 2029 }),
    operation: fc.constantFrom('set', 'add', 'multiply'),
    value: fc.double({ min: 0, max: 1, noNaN: true }),
    low: fc.constant(null),
    high: fc.constant(null),
    meta: fc.constant(''),
  });
  const placeOf = (each: Row) =>
    [each.scenarioDepth, each.organisationDepth, each.staffGroup, each.firstYear].join();
  const rowSet = fc.uniqueArray(anyRow, { selector: placeOf, maxLength: 12 });
  const nearest = (rest: Partial<Row>) =>
    row({ scenarioDepth: -1, organisationDepth: -1, firstYear: 2000, ...rest });

  it('does not depend on their order', () => {
    fc.assert(
      fc.property(
        rowSet.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        ([rows, shuffled]) => expect(resolve(shuffled)).toEqual(resolve(rows)),
      ),
    );
  });

  it('gives the nearest set, and add and multiply act on what resolves without them', () => {
    fc.assert(
      fc.property(rowSet, fc.double({ min: 0, max: 1, noNaN: true }), (rows, value) => {
        const without = valuesOf(rows, 'nurses') ?? [];
        const within = (number: number) => Math.min(1, number);
        const unheld = rows.every((each) => each.operation === 'set');
        expect(valuesOf([...rows, nearest({ value })], 'nurses')).toEqual(without.map(() => value));
        if (!unheld) return;
        expect(valuesOf([...rows, nearest({ value, operation: 'add' })], 'nurses')).toEqual(
          without.map((below) => within(below + value)),
        );
        expect(valuesOf([...rows, nearest({ value, operation: 'multiply' })], 'nurses')).toEqual(
          without.map((below) => within(below * value)),
        );
      }),
    );
  });

  it('resolves a group alike whatever is entered on its siblings', () => {
    fc.assert(
      fc.property(rowSet, (rows) => {
        const others = rows.filter(
          (each) => each.staffGroup !== 'midwives' && each.staffGroup !== 'managers',
        );
        expect(valuesOf(others, 'nurses')).toEqual(valuesOf(rows, 'nurses'));
      }),
    );
  });

  it('stays within the hard bounds', () => {
    fc.assert(
      fc.property(rowSet, (rows) => {
        for (const cells of Object.values(resolve(rows))) {
          for (const { value } of cells) expect(value >= 0 && value <= 1).toBe(true);
        }
      }),
    );
  });
});
