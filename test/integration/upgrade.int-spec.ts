import { AuditSealer, recordAudit, verifyAudit } from '#access';
import { AssumptionsService } from '#assumptions';
import { UnitOfWork, createDataSource, createDataSourceOf, migrate, migrationNames } from '#persistence';
import { SystemClock, newId, withDatabase } from '#platform';
import type { DataSource } from 'typeorm';
import { openProjectionFixture, type ProjectionFixture } from '../support/projection.fixture';
import { createTestDatabase, testDatabaseUrl, type TestDatabase } from '../support/test-database';

interface Column {
  readonly tableName: string;
  readonly name: string;
}

let present: TestDatabase;
let fixture: ProjectionFixture;
const upgraded: DataSource[] = [];

beforeAll(async () => {
  present = await createTestDatabase();
  const { dataSource } = present;
  fixture = await openProjectionFixture(dataSource);
  await fixture.edit('RR8', 0.071);
  await recordAudit(dataSource.manager, {
    actor: 'test',
    action: 'assumption.edited',
    entity: 'assumption',
    entityId: '1',
    organisationId: null,
    detail: { value: 0.071 },
    correlationId: null,
  });
  await new AuditSealer(dataSource, new SystemClock()).seal();
});

afterAll(async () => {
  for (const dataSource of upgraded) {
    await dataSource.dropDatabase();
    await dataSource.destroy();
  }
  await present.close();
});

const columnsOf = (dataSource: DataSource): Promise<Column[]> =>
  dataSource.query(
    `SELECT table_name AS tableName, column_name AS name FROM information_schema.columns
      WHERE table_schema = DATABASE() AND table_name <> 'schema_migration' ORDER BY table_name, ordinal_position`,
  );

/** Columns that both schemas have, by table. */
async function commonColumns(earlier: DataSource): Promise<ReadonlyMap<string, readonly string[]>> {
  const now = new Set(
    (await columnsOf(present.dataSource)).map(({ tableName, name }) => `${tableName}.${name}`),
  );
  const common = new Map<string, string[]>();
  for (const { tableName, name } of await columnsOf(earlier)) {
    if (now.has(`${tableName}.${name}`)) common.set(tableName, [...(common.get(tableName) ?? []), name]);
  }
  return common;
}

/** A database as an earlier version left it: its schema, with the rows of today in what it had of them. */
async function databaseOf(migrations: readonly string[]) {
  const url = withDatabase(testDatabaseUrl(), `upgrade_${newId().replaceAll('-', '')}`);
  const earlier = await createDataSourceOf(url, migrations).initialize();
  await earlier.runMigrations({ transaction: 'none' });
  const common = await commonColumns(earlier);
  const runner = earlier.createQueryRunner();
  await runner.query('SET FOREIGN_KEY_CHECKS = 0');
  for (const [table, columns] of common) {
    const list = columns.map((name) => `\`${name}\``).join(', ');
    const from = `\`${String(present.dataSource.options.database)}\`.\`${table}\``;
    await runner.query(`INSERT INTO \`${table}\` (${list}) SELECT ${list} FROM ${from}`);
  }
  await runner.release();
  await earlier.destroy();
  const dataSource = await createDataSource(url).initialize();
  upgraded.push(dataSource);
  return { dataSource, common };
}

const rowsOf = (dataSource: DataSource, table: string, columns: readonly string[]): Promise<unknown[]> => {
  const list = columns.map((name) => `\`${name}\``).join(', ');
  return dataSource.query(`SELECT ${list} FROM \`${table}\` ORDER BY ${list}`);
};

describe('an upgrade', () => {
  it.each(['Publication1790000000009', 'InputLayerChanges1790000000028'])(
    'from the version after %s keeps every row, and the product goes on with them',
    async (last) => {
      const all = migrationNames();
      const before = all.slice(0, all.indexOf(last) + 1);
      const { dataSource, common } = await databaseOf(before);

      expect(await migrate(dataSource)).toEqual(all.slice(before.length));

      expect((await dataSource.driver.createSchemaBuilder().log()).upQueries).toEqual([]);
      for (const [table, columns] of common) {
        const [then, now] = await Promise.all(
          [present.dataSource, dataSource].map((each) => rowsOf(each, table, columns)),
        );
        expect({ table, rows: now }).toEqual({ table, rows: then });
      }
      expect((await rowsOf(dataSource, 'assumption', common.get('assumption') ?? [])).length).toBeGreaterThan(
        6,
      );
      expect(await verifyAudit(dataSource.manager)).toMatchObject({ isIntact: true });
      const [then, now] = await Promise.all([present.dataSource, dataSource].map(resolvedOf));
      expect(now).toEqual(then);
    },
  );
});

/** What a projection of a trust would be computed from. */
async function resolvedOf(dataSource: DataSource): Promise<unknown> {
  const assumptions = new AssumptionsService(new UnitOfWork(dataSource), new SystemClock());
  const { assumptions: values } = await assumptions.resolve(
    dataSource.manager,
    fixture.planId,
    fixture.organisation('RR8'),
  );
  return values;
}
