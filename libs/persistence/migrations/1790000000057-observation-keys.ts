import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE = 'published_observation';
const COLUMN = 'row_key';
const INDEX = 'published_observation_key';

/** Columns that say what a row is about; a later version has more of them. */
const IDENTITY = [
  'measure',
  'organisation_level',
  'organisation_code',
  'staff_group_code',
  'year',
  'scenario',
];
const LATER_IDENTITY = ['band_cluster', 'equality_class'];

/** Rows of different releases are the same row when their keys are equal. */
export class ObservationKeys1790000000057 implements MigrationInterface {
  readonly name = 'ObservationKeys1790000000057';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn(TABLE, COLUMN))) {
      await runner.query(`ALTER TABLE ${TABLE} ADD COLUMN ${COLUMN} BINARY(16) NULL`);
    }
    await runner.query(`UPDATE ${TABLE} SET ${COLUMN} = ${await keyOf(runner)} WHERE ${COLUMN} IS NULL`);
    if (await hasIndex(runner)) return;
    await runner.query(`CREATE UNIQUE INDEX ${INDEX} ON ${TABLE} (release_id, ${COLUMN})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    if (await hasIndex(runner)) await runner.query(`DROP INDEX ${INDEX} ON ${TABLE}`);
    if (await runner.hasColumn(TABLE, COLUMN))
      await runner.query(`ALTER TABLE ${TABLE} DROP COLUMN ${COLUMN}`);
  }
}

/** The key of a row: the same in every release. CONCAT_WS leaves out what is null. */
async function keyOf(runner: QueryRunner): Promise<string> {
  const columns = [...IDENTITY];
  for (const column of LATER_IDENTITY) if (await runner.hasColumn(TABLE, column)) columns.push(column);
  return `UNHEX(LEFT(SHA2(CONCAT_WS(CHAR(31), ${columns.join(', ')}), 256), 32))`;
}

async function hasIndex(runner: QueryRunner): Promise<boolean> {
  const rows = await runner.manager.query<readonly unknown[]>(
    `SELECT 1 FROM information_schema.statistics
      WHERE table_schema = DATABASE() AND table_name = ? AND index_name = ?`,
    [TABLE, INDEX],
  );
  return rows.length > 0;
}
