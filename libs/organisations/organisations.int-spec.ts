import { createTestDatabase, type TestDatabase } from '../../test/support/test-database';
import {
  OrganisationTree,
  loadReferenceOrganisations,
  predecessorsOf,
  registerOrganisation,
  successionsBetween,
  successorsOf,
} from '.';

const TABLES = [
  'organisation',
  'organisation_period',
  'organisation_membership',
  'organisation_succession',
  'staff_group',
  'staff_group_mapping',
  'band',
];

jest.setTimeout(60_000);

describe('the reference organisations', () => {
  let database: TestDatabase;
  const manager = (): TestDatabase['dataSource']['manager'] => database.dataSource.manager;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.transaction(loadReferenceOrganisations);
  });
  afterAll(() => database.close());

  async function contents(): Promise<unknown[]> {
    const order: Readonly<Record<string, string>> = {
      staff_group: 'code',
      staff_group_mapping: 'seq',
      band: 'code',
    };
    return Promise.all(
      TABLES.map((table) => manager().query(`SELECT * FROM ${table} ORDER BY ${order[table] ?? 'id'}`)),
    );
  }

  it('load twice without changing a row', async () => {
    const before = await contents();
    await database.dataSource.transaction(loadReferenceOrganisations);
    expect(await contents()).toEqual(before);
  });

  it('went from 42 to 36 systems on 1 April 2026', async () => {
    const codes = async (asAt: string): Promise<Set<string>> => {
      const { nodes } = await OrganisationTree.load(manager(), asAt);
      return new Set(nodes.filter(({ type }) => type === 'system').map(({ code }) => code));
    };
    const [before, after] = [await codes('2026-03-31'), await codes('2026-04-01')];
    expect([before.size, after.size]).toEqual([42, 36]);
    expect([...before].filter((code) => !after.has(code))).toHaveLength(12);
    expect([...after].filter((code) => !before.has(code))).toHaveLength(6);
  });

  it.each(['2024-12-31', '2025-12-01', '2026-04-01'])('hang together under England on %s', async (asAt) => {
    const tree = await OrganisationTree.load(manager(), asAt);
    const england = tree.byCode('ENG')?.id ?? '';
    expect(tree.descendantsOf(england)).toHaveLength(tree.nodes.length - 1);
    expect(tree.childrenOf(england).filter(({ type }) => type === 'region')).toHaveLength(7);
    const systems = tree.nodes.filter(({ type }) => type === 'system');
    for (const { id, code } of systems) {
      expect(tree.childrenOf(id).filter(({ type }) => type === 'icb')).toMatchObject([{ code }]);
    }
  });

  it('name the twelve employers of West Yorkshire', async () => {
    const tree = await OrganisationTree.load(manager(), '2025-12-01');
    const employers = tree.employersUnder(tree.byCode('QWO', 'system')?.id ?? '');
    expect(employers.map(({ code }) => code)).toEqual([
      'NL8',
      'QWO',
      'RAE',
      'RCF',
      'RGD',
      'RR8',
      'RWY',
      'RX8',
      'RXF',
      'RXG',
      'RY6',
      'TAD',
    ]);
    expect(tree.ancestorsOf(employers[2]?.id ?? '').map(({ name }) => name)).toEqual([
      'West Yorkshire',
      'North East and Yorkshire',
      'England',
    ]);
  });

  it('know who took over from whom', async () => {
    const tree = await OrganisationTree.load(manager(), '2024-12-31');
    const codes = async (code: string): Promise<string[]> => {
      const found = await predecessorsOf(manager(), tree.byCode(code)?.id ?? '');
      return found.map(({ predecessor }) => predecessor.code);
    };
    expect(await codes('RH5')).toEqual(['RA4']);
    expect((await codes('G6V2S')).sort()).toEqual(['RRP', 'TAF']);
    const [succession] = await successorsOf(manager(), tree.byCode('RAP')?.id ?? '');
    expect(succession).toMatchObject({
      effectiveOn: '2025-01-01',
      kind: 'merger',
      successor: { code: 'RAL' },
    });
    const inApril = await successionsBetween(manager(), '2026-04-01', '2026-04-01');
    const closed = new Set(
      inApril
        .filter(({ predecessor }) => predecessor.type === 'icb')
        .map(({ predecessor }) => predecessor.code),
    );
    expect(closed.size).toBe(12);
  });

  it('take an organisation of an unknown system under its region', async () => {
    const id = await registerOrganisation(manager(), {
      code: 'ZZ9',
      name: 'New Trust',
      type: 'trust',
      sector: 'acute-small',
      systemCode: 'Q00',
      regionCode: 'Y58',
      from: '2025-01-01',
    });
    const tree = await OrganisationTree.load(manager(), '2025-01-01');
    expect(tree.ancestorsOf(id).map(({ code }) => code)).toEqual(['Y58', 'ENG']);
    expect((await OrganisationTree.load(manager(), '2024-12-31')).node(id)).toBeUndefined();
  });
});
