import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OrganisationTree, loadReferenceOrganisations } from '#organisations';
import { projectRoot } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { importCompactDemo, readCompactManifest } from '../demo/compact-history.loader';
import { FileImporter } from '../imports/file-importer';
import { createBaselineSnapshot, latestBaselineMonth } from './create-baseline-snapshot';
import { readBaseline, type Baseline } from './read-baseline';

const NOVEMBER = '2025-11-30';

jest.setTimeout(60_000);

describe('baselines of the shipped history', () => {
  let database: TestDatabase;
  let tree: OrganisationTree;
  const manager = (): TestDatabase['dataSource']['manager'] => database.dataSource.manager;

  beforeAll(async () => {
    database = await createTestDatabase();
    await database.dataSource.transaction(loadReferenceOrganisations);
    await database.dataSource.transaction((transaction) => importCompactDemo(transaction));
    tree = await OrganisationTree.load(manager(), NOVEMBER);
  });
  afterAll(() => database.close());

  const idOf = (code: string): string => tree.employersUnder(tree.byCode(code)?.id ?? '')[0]?.id ?? '';

  async function baselineOf(organisationId: string, asAt: string): Promise<Baseline> {
    const { id } = await createBaselineSnapshot(manager(), organisationId, asAt);
    return readBaseline(manager(), id);
  }

  const fteOf = (baseline: Baseline, code: string): number | undefined =>
    baseline.staffGroups.find((group) => group.code === code)?.fte;

  /** The only value of a query, as a number. */
  async function numberOf(query: string, parameters: unknown[] = []): Promise<number> {
    const [row] = await database.dataSource.query<Record<string, string>[]>(query, parameters);
    return Number(Object.values(row ?? {})[0]);
  }

  it('holds every row of the published files that it stands for', async () => {
    const { files } = await readCompactManifest();
    const points = await numberOf('SELECT COUNT(*) FROM history_point');
    const cells = await numberOf('SELECT COUNT(*) FROM workforce_profile_cell');
    const written = files.reduce(
      (sum, { valuesWritten, valuesReplaced }) => sum + valuesWritten - valuesReplaced,
      0,
    );
    expect(points + cells).toBe(written);
    const absence = files.filter(({ kind }) => kind === 'sickness-absence-benchmarking');
    expect(absence).toHaveLength(36);
    expect(absence.reduce((sum, { rowsRead }) => sum + rowsRead, 0)).toBe(78_168);
    expect(absence.reduce((sum, { suppressedCells }) => sum + suppressedCells, 0)).toBe(11_380);
  });

  it('is loaded once', async () => {
    const again = await database.dataSource.transaction((transaction) => importCompactDemo(transaction));
    expect(again).toEqual({ filesImported: 0, filesKnown: 40, valuesWritten: 0 });
  });

  it('opens at published staff in post, doctors at absence days', async () => {
    const baseline = await baselineOf(idOf('RFS'), NOVEMBER);
    const fixture = await readFile(
      join(projectRoot(__dirname), 'test/fixtures/published/turnover-benchmarking-2025-11.csv'),
      'utf8',
    );
    const nurses = fixture.split('\n').find((line) => /end of period.*,RFS,.*,Nurses/.test(line));
    const [headcount, fte] = nurses?.split(',').slice(-2).map(Number) ?? [];
    const group = baseline.staffGroups.find(({ code }) => code === 'nurses-and-health-visitors');
    expect(group).toMatchObject({ basis: 'staff-in-post', headcount, fte, registered: true });
    const doctors = baseline.staffGroups.find(({ medical }) => medical);
    expect(doctors?.basis).toBe('absence-days');
    expect(doctors?.profileSource).toContain('national FTE per head');
    expect(baseline.baselineMonth).toBe('2025-11');
  });

  it('labels an employer that is not in the turnover files as derived from absence days', async () => {
    const baseline = await baselineOf(idOf('NL8'), NOVEMBER);
    expect(new Set(baseline.staffGroups.map(({ basis }) => basis))).toEqual(new Set(['absence-days']));
    expect(baseline.source).toContain('derived from absence days, not staff in post');
    expect(baseline.notices.filter(({ code }) => code === 'baseline-estimated')).toHaveLength(4);
    const days = await numberOf(
      `SELECT p.value FROM history_point p JOIN history_series s ON s.id = p.series_id
       WHERE s.organisation_id = ? AND s.staff_group_code = 'all-staff' AND s.measure = 'fte-days-available'
         AND p.month_end = ?`,
      [idOf('NL8'), NOVEMBER],
    );
    const total = baseline.staffGroups.reduce((sum, { fte }) => sum + fte, 0);
    expect(total).toBeCloseTo(days / 30, 3);
  });

  it('opens England at the published workforce statistics', async () => {
    const baseline = await baselineOf(tree.byCode('ENG')?.id ?? '', '2019-03-31');
    expect(baseline.staffGroups).toHaveLength(13);
    expect(fteOf(baseline, 'nurses-and-health-visitors')).toBe(290_010.09833);
    expect(baseline.staffGroups.reduce((sum, { fte }) => sum + fte, 0)).toBeCloseTo(1_093_637.93156, 3);
    expect(baseline.staffGroups[0]?.profileSource).toContain('England, 2018-09-30; not local');
  });

  it('gives each group shares that sum to one and agree with their joint profile', async () => {
    const { staffGroups, bands, ethnicities } = await baselineOf(idOf('RR8'), NOVEMBER);
    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    for (const group of staffGroups) {
      expect(sum(group.bandShares)).toBeCloseTo(1, 9);
      expect(sum(group.ethnicityShares)).toBeCloseTo(1, 9);
      expect(group.bandByEthnicity).toHaveLength(bands.length * ethnicities.length);
      bands.forEach((_, band) => {
        const row = group.bandByEthnicity?.slice(3 * band, 3 * band + 3) ?? [];
        expect(sum(row)).toBeCloseTo(group.bandShares[band] ?? -1, 9);
      });
    }
    const nurses = staffGroups.find(({ code }) => code === 'nurses-and-health-visitors');
    expect(nurses?.bandShares[bands.indexOf('band-5')]).toBeCloseTo(0.43, 2);
    expect(nurses?.ethnicityShares[ethnicities.indexOf('not-known')]).toBeGreaterThan(0.03);
  });

  it('is stored once for the same content, and is not touched by later data', async () => {
    const organisationId = idOf('RTG');
    const first = await createBaselineSnapshot(manager(), organisationId, NOVEMBER);
    const again = await createBaselineSnapshot(manager(), organisationId, NOVEMBER);
    expect(again).toEqual({ ...first, isNew: false });
    expect(first.isNew).toBe(true);
    const before = await readBaseline(manager(), first.id);
    await database.dataSource.query(
      `UPDATE history_point p JOIN history_series s ON s.id = p.series_id SET p.value = p.value + 1
       WHERE s.organisation_id = ? AND p.month_end = ? AND s.measure = 'fte' AND s.staff_group_code = 'midwives'`,
      [organisationId, NOVEMBER],
    );
    const changed = await createBaselineSnapshot(manager(), organisationId, NOVEMBER);
    expect(changed.sha256).not.toBe(first.sha256);
    expect(await readBaseline(manager(), first.id)).toEqual(before);
    expect(fteOf(await readBaseline(manager(), changed.id), 'midwives')).toBeCloseTo(
      (fteOf(before, 'midwives') ?? 0) + 1,
      6,
    );
  });

  it('refuses a system, and a month without figures', async () => {
    await expect(
      createBaselineSnapshot(manager(), tree.byCode('QWO', 'system')?.id ?? '', NOVEMBER),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(createBaselineSnapshot(manager(), idOf('RTG'), '2026-01-31')).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await latestBaselineMonth(manager(), idOf('RTG'), '2026-03-31')).toBe('2025-12-31');
  });

  it('takes a published file again for what it is: imported before', async () => {
    const { files } = await readCompactManifest();
    const [known] = files;
    const n = await numberOf('SELECT COUNT(*) AS n FROM import_file WHERE sha256 = ?', [known?.sha256]);
    expect(n).toBe(1);
    const fileName = 'turnover-benchmarking-2025-11.csv';
    const report = await new FileImporter(database.dataSource).importFile({
      path: join(projectRoot(__dirname), 'test/fixtures/published', fileName),
      fileName,
      importedBy: null,
    });
    expect(report).toMatchObject({ alreadyImported: false, rowsKept: 62 });
    expect(report.valuesReplaced).toBe(report.valuesWritten);
  });
});
