import type { DataSource } from 'typeorm';
import { createDataSource, migrate } from '#persistence';
import { newId, withDatabase } from '#platform';

/** A migrated database of its own for a test. */
export interface TestDatabase {
  readonly dataSource: DataSource;
  /** Address of this database, for processes under test. */
  readonly url: string;
  /** Drops the database and closes its connections. */
  close(): Promise<void>;
}

/** Creates an empty database on the server of the test run and migrates it. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const url = withDatabase(testDatabaseUrl(), `test_${newId().replaceAll('-', '')}`);
  const dataSource = createDataSource(url);
  await dataSource.initialize();
  await migrate(dataSource);
  const close = async (): Promise<void> => {
    await dataSource.dropDatabase();
    await dataSource.destroy();
  };
  return { dataSource, url, close };
}

/** Address of the database server of the test run. */
export function testDatabaseUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) {
    throw new Error('TEST_DATABASE_URL is not set: run integration tests through their Jest project.');
  }
  return url;
}
