import { UnitOfWork } from '#persistence';
import { ReleaseReader, type Observation, type PublishedRelease } from '#publication';
import type { DataSource } from 'typeorm';
import { openPublishedRound, publishWithCells } from '../support/release.fixture';
import { releaseService } from '../support/release-service.fixture';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import type { PlanningFixture } from '../support/planning.fixture';

describe('releases behind the disclosure gate', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  let fixture: PlanningFixture;
  let first: PublishedRelease;

  const publish = (title: string): Promise<PublishedRelease> =>
    releaseService(dataSource).publish({ scenarioId: fixture.planId, title, actor: 'test' });

  const rowsOf = async (releaseId: string, measure: string): Promise<readonly Observation[]> => {
    const reader = new ReleaseReader(dataSource);
    const release = await reader.summary(releaseId);
    return (await reader.page(release, { measure }, { afterSeq: 0, limit: 5000 })).rows;
  };

  const audits = (): Promise<
    {
      outcome: string;
      releaseId: string | null;
      sha256: string | null;
      before: string | null;
      report: string;
    }[]
  > =>
    dataSource.query(
      `SELECT outcome, release_id AS releaseId, register_sha256 AS sha256, previous_sha256 AS \`before\`, report
       FROM disclosure_audit ORDER BY seq`,
    );

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = database.dataSource;
    fixture = await openPublishedRound(dataSource);
    first = await publish('First');
  });

  afterAll(() => database.close());

  it('name an audit that is kept with what it found and what protection cost', async () => {
    const manifest = (await new ReleaseReader(dataSource).manifest(first.id)) as {
      disclosure: { auditId: string };
    };
    const [row]: { id: string; report: string }[] = await dataSource.query(
      'SELECT id, report FROM disclosure_audit WHERE release_id = ?',
      [first.id],
    );
    expect(row?.id).toBe(manifest.disclosure.auditId);
    expect(JSON.parse(row?.report ?? '{}')).toMatchObject({
      audit: { protectedCells: expect.any(Number) as number },
      informationLoss: { cells: expect.any(Number) as number, withheldCells: expect.any(Number) as number },
      organisationsWithoutTable: [],
    });
  });

  it('round people by ethnicity to 5, and say so where they hide them', async () => {
    const rows = (await rowsOf(first.id, 'staff-by-ethnicity')).filter(
      ({ organisationCode, year }) => organisationCode === 'RR8' && year === 2025,
    );
    const shown = rows.filter(({ status }) => status === '');
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.every(({ value }) => value !== null && value % 5 === 0)).toBe(true);
    const hidden = rows.filter(({ status }) => status === 'c' || status === 'w');
    expect(hidden.length).toBeGreaterThan(0);
    expect(hidden.every(({ value }) => value === null)).toBe(true);
    expect(rows.filter(({ status }) => status === 'x').map(({ bandCluster }) => bandCluster)).toContain(
      'bands-8a-and-above',
    );
  });

  it('change nothing where nothing changed, and add nothing to the register', async () => {
    expect(await publish('Again')).toMatchObject({ id: first.id, isNew: false });
    expect(await audits()).toHaveLength(1);
  });

  it('leave a change of one person out, so that nobody can subtract it', async () => {
    const people = [300, 62, 11, 420, 88, 14, 210, 97, 4];
    await publishWithCells(dataSource.manager, fixture, { code: 'RR8', people });
    expect(await publish('Corrected by one person')).toMatchObject({ id: first.id, isNew: false });
  });

  it('are audited against everything that was ever published, as the database has it', async () => {
    const before = await rowsOf(first.id, 'staff-by-ethnicity');
    const people = [300, 62, 11, 425, 88, 14, 210, 97, 4];
    await publishWithCells(dataSource.manager, fixture, { code: 'RR8', people });
    const second = await publish('Corrected by six people');
    expect(second).toMatchObject({ number: 2, isNew: true });

    const [one, two] = await audits();
    expect(two).toMatchObject({ outcome: 'passed', before: one?.sha256 });
    const keyOf = (row: Observation) =>
      [row.organisationLevel, row.organisationCode, row.year, row.bandCluster, row.equalityClass].join('|');
    const after = new Map((await rowsOf(second.id, 'staff-by-ethnicity')).map((row) => [keyOf(row), row]));
    const untouched = before.filter(
      ({ organisationCode, organisationLevel }) =>
        organisationCode === 'RTG' || organisationCode === 'QJ2' || organisationLevel === 'region',
    );
    expect(untouched.length).toBeGreaterThan(50);
    for (const row of untouched.filter(({ regionCode }) => regionCode === 'Y60')) {
      expect(after.get(keyOf(row))).toMatchObject({ value: row.value, status: row.status });
    }
  });

  it('are refused against a register that was tampered with', async () => {
    await new UnitOfWork(dataSource).run(async (manager) => {
      await publishWithCells(manager, fixture, { code: 'RWY', people: [180, 41, 9, 250, 44, 3, 120, 31, 7] });
      await manager.query(`UPDATE disclosure_audit SET register_sha256 = REPEAT('0', 64) WHERE seq = 2`);
    });
    await expect(publish('Tampered')).rejects.toThrow(/another hash than when it was stored/);
  });
});
