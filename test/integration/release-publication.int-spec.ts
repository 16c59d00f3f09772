import { createDataSource } from '#persistence';
import { ReleaseDrafts, ReleaseReader, finaliseRelease, type Observation } from '#publication';
import { GeneratedReleases, generatedRows } from '../support/generated-release.fixture';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

const PARTS = ['published_observation', 'published_file', 'published_representation', 'published_change'];

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

afterAll(() => database.close());

async function counts(): Promise<readonly number[]> {
  const counted = PARTS.map(async (table) => {
    const rows = await database.dataSource.query<{ total: string }[]>(
      `SELECT COUNT(*) AS total FROM ${table}`,
    );
    return Number(rows[0]?.total);
  });
  return Promise.all(counted);
}

/** Rows during which something happens. */
async function* interrupted(rows: Iterable<Observation>, after: number, what: () => Promise<void>) {
  for (const row of rows) {
    if (row.seq === after) await what();
    yield row;
  }
}

describe('publication', () => {
  it('that is killed leaves nothing to see, and what it left is removed', async () => {
    const releases = new GeneratedReleases(database.dataSource);
    await releases.publish(generatedRows(2000, 1));
    const before = await counts();
    const reader = new ReleaseReader(database.dataSource);

    const other = await createDataSource(database.url).initialize();
    const rows = interrupted(generatedRows(4000, 2), 3500, () => other.destroy());
    await expect(new GeneratedReleases(other).publish(rows)).rejects.toThrow();

    expect(await counts()).not.toEqual(before);
    expect((await reader.list()).map(({ number }) => number)).toEqual([1]);
    expect(await new ReleaseDrafts(database.dataSource).clean()).toBe(1);
    expect(await counts()).toEqual(before);
  });

  it('is done by one process at a time', async () => {
    const releases = new GeneratedReleases(database.dataSource);
    const rows = interrupted(generatedRows(2000, 3), 1500, async () => {
      await expect(releases.publish(generatedRows(10))).rejects.toThrow(/being published/);
      expect(await new ReleaseDrafts(database.dataSource).clean()).toBe(0);
    });
    expect(await releases.publish(rows)).toMatchObject({ number: 2, rowCount: 2000, isNew: true });
  });

  it('of the same rows publishes nothing', async () => {
    const releases = new GeneratedReleases(database.dataSource);
    const before = await counts();
    expect(await releases.publish(generatedRows(2000, 3))).toMatchObject({ number: 2, isNew: false });
    expect(await counts()).toEqual(before);
  });

  it('supersedes the release before', async () => {
    await new GeneratedReleases(database.dataSource).publish(generatedRows(10, 4));
    const list = await new ReleaseReader(database.dataSource).list();
    expect(list.map(({ number, status }) => [number, status])).toEqual([
      [3, 'provisional'],
      [2, 'superseded'],
      [1, 'superseded'],
    ]);
  });

  it('of no rows has files of no rows', async () => {
    const { id } = await new GeneratedReleases(database.dataSource).publish([]);
    expect(await new ReleaseReader(database.dataSource).summary(id)).toMatchObject({ rowCount: 0 });
  });

  it('makes the newest release final, which no later one supersedes', async () => {
    const { dataSource } = database;
    const releases = new GeneratedReleases(dataSource);
    const reader = new ReleaseReader(dataSource);
    const { number } = await releases.publish(generatedRows(50, 7));
    await finaliseRelease(dataSource, number, 'test');
    await finaliseRelease(dataSource, number, 'test');
    await releases.publish(generatedRows(50, 8));
    const statuses = (await reader.list()).map(({ number: each, status }) => [each, status]);
    expect(statuses.slice(0, 3)).toEqual([
      [number + 1, 'provisional'],
      [number, 'final'],
      [number - 1, 'superseded'],
    ]);
    await expect(finaliseRelease(dataSource, number - 1, 'test')).rejects.toThrow(/superseded/);
    await expect(finaliseRelease(dataSource, 99, 'test')).rejects.toThrow(/no release 99/);
    const events = await dataSource.query<unknown[]>(
      "SELECT data FROM webhook_event WHERE type = 'release.finalised'",
    );
    const audited = await dataSource.query<unknown[]>(
      "SELECT action FROM audit_entry WHERE action = 'release.finalised'",
    );
    expect([events.length, audited.length]).toEqual([1, 1]);
  });
});
