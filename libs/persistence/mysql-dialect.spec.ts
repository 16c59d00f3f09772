import type { QueryRunner } from 'typeorm';
import { WholetimeDataSource, dataSourceOptions } from './data-source';
import { MIGRATIONS } from './migrations';

/** Words that MySQL 8 and 9 reserve and MariaDB does not; as a bare name they are a syntax error there. */
const RESERVED_BY_MYSQL_ONLY = [
  ...['cube', 'cume_dist', 'dense_rank', 'empty', 'except', 'first_value', 'function', 'generated', 'get'],
  ...[
    'grouping',
    'groups',
    'intersect',
    'io_after_gtids',
    'io_before_gtids',
    'json_table',
    'lag',
    'last_value',
  ],
  ...['lateral', 'lead', 'manual', 'master_bind', 'nth_value', 'ntile', 'of', 'optimizer_costs', 'over'],
  ...['parallel', 'percent_rank', 'qualify', 'rank', 'recursive', 'row_number', 'stored', 'system'],
  ...['tablesample', 'virtual', 'window', 'library'],
];

/** What only MariaDB understands in the statements that migrations use. */
const MARIADB_ONLY = [
  /\bCREATE OR REPLACE TABLE\b/i,
  /\bADD (COLUMN|INDEX|KEY|CONSTRAINT|FOREIGN KEY|UNIQUE)?\s*IF NOT EXISTS\b/i,
  /\bDROP (COLUMN|INDEX|KEY|CONSTRAINT|FOREIGN KEY) IF EXISTS\b/i,
  /\bRETURNING\b/i,
  /\b(UUID|INET4|INET6|VECTOR) (NOT )?NULL\b/i,
  /\bCREATE SEQUENCE\b|\bNEXTVAL\b/i,
  /\bSYSTEM VERSIONING\b|\bPERIOD FOR\b/i,
  /\bPERSISTENT\b|\bPAGE_COMPRESSED\b|\bENGINE=Aria\b/i,
  /utf8mb4_uca1400/i,
];

class MysqlMetadata extends WholetimeDataSource {
  async build(): Promise<number> {
    await this.buildMetadatas();
    return this.entityMetadatas.length;
  }
}

const statements = async (): Promise<string[]> => {
  const written: string[] = [];
  const runner = {
    query: (sql: string) => Promise.resolve(void written.push(sql)),
    hasColumn: () => Promise.resolve(false),
    manager: { query: () => Promise.resolve([]) },
  };
  for (const Migration of MIGRATIONS) await new Migration().up(runner as unknown as QueryRunner);
  return written;
};

describe('MySQL', () => {
  it('understands every statement of the migrations', async () => {
    for (const statement of await statements()) {
      for (const pattern of MARIADB_ONLY) expect(statement).not.toMatch(pattern);
    }
  });

  it('reserves none of the names of columns, keys and tables', async () => {
    const names = (await statements()).flatMap((statement) => [
      ...statement.matchAll(/^ {2}(?:UNIQUE KEY |KEY |CONSTRAINT )?([a-z_0-9]+)/gm),
    ]);
    const words = names.map(([, name]) => name);

    expect(words.length).toBeGreaterThan(200);
    expect(words.filter((word) => RESERVED_BY_MYSQL_ONLY.includes(word ?? ''))).toEqual([]);
  });

  it('has a column type for every property of the entities', async () => {
    const options = { ...dataSourceOptions('mysql://localhost/wholetime'), type: 'mysql' } as const;

    const counted = async (pattern: RegExp): Promise<number> =>
      (await statements()).filter((statement) => pattern.test(statement)).length;
    const tables = (await counted(/^\s*CREATE TABLE/)) - (await counted(/^\s*DROP TABLE/));
    expect(await new MysqlMetadata(options).build()).toBe(tables);
  });
});
