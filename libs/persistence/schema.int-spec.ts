import type { DataSource } from 'typeorm';
import { newId, withDatabase } from '#platform';
import { testDatabaseUrl } from '../../test/support/test-database';
import { createDataSource } from './data-source';
import { hasPendingMigrations, migrate } from './migrate';
import { MIGRATIONS } from './migrations';

describe('the schema', () => {
  let dataSource: DataSource;
  let url: string;

  beforeEach(() => {
    url = withDatabase(testDatabaseUrl(), `schema_${newId().replaceAll('-', '')}`);
    dataSource = createDataSource(url);
  });

  afterEach(async () => {
    await dataSource.dropDatabase();
    await dataSource.destroy();
  });

  const tableNames = async (): Promise<string[]> => {
    const rows: { name: string }[] = await dataSource.query(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    return rows.map(({ name }) => name).sort();
  };

  it('is made from nothing, the database included, and is what the entities say', async () => {
    await dataSource.initialize();

    expect(await migrate(dataSource)).toEqual(MIGRATIONS.map(({ name }) => name));

    const differences = await dataSource.driver.createSchemaBuilder().log();
    expect(differences.upQueries.map(({ query }) => query)).toEqual([]);
    expect((await tableNames()).filter((name) => name !== 'schema_migration')).toEqual(
      dataSource.entityMetadatas.map(({ tableName }) => tableName).sort(),
    );
  });

  it('is left alone by a second migration', async () => {
    await dataSource.initialize();
    await migrate(dataSource);

    expect(await migrate(dataSource)).toEqual([]);
    expect(await hasPendingMigrations(dataSource)).toBe(false);
  });

  it('is completed after a migration that was interrupted between two tables', async () => {
    await dataSource.initialize();
    await migrate(dataSource);
    await dataSource.query('DROP TABLE published_file, pull_log');
    await dataSource.query('DELETE FROM schema_migration WHERE name = ?', ['Publication1790000000009']);
    expect(await hasPendingMigrations(dataSource)).toBe(true);

    expect(await migrate(dataSource)).toEqual(['Publication1790000000009']);

    expect(await tableNames()).toEqual(expect.arrayContaining(['published_file', 'pull_log']));
    expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
  });

  it('is made once when two processes migrate at the same time', async () => {
    await dataSource.initialize();
    const other = await createDataSource(url).initialize();

    const done = await Promise.all([migrate(dataSource), migrate(other)]);

    await other.destroy();
    expect(done.flat()).toHaveLength(MIGRATIONS.length);
    const counted = await dataSource.query<{ rows: number }[]>(
      'SELECT COUNT(*) AS `rows` FROM schema_migration',
    );
    expect(counted[0]?.rows).toBe(MIGRATIONS.length);
  });

  it('is undone by the migrations in reverse', async () => {
    await dataSource.initialize();
    await migrate(dataSource);

    for (const _ of MIGRATIONS) await dataSource.undoLastMigration({ transaction: 'none' });

    expect(await tableNames()).toEqual(['schema_migration']);
  });
});
