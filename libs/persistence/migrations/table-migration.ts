import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLE_OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci ROW_FORMAT=DYNAMIC';

/** Column type of surrogate ids (UUIDv7 as text) and of codes: byte comparison, no case folding. */
export const ID = 'CHAR(36) CHARACTER SET ascii COLLATE ascii_bin';
export const code = (length: number): string => `VARCHAR(${length}) CHARACTER SET ascii COLLATE ascii_bin`;
export const INSTANT = 'DATETIME(6)';

/**
 * A migration that creates tables. DDL commits by itself in MySQL and MariaDB, so an interrupted
 * migration is run again from its start: each statement must bear that.
 */
export abstract class TableMigration implements MigrationInterface {
  abstract readonly name: string;
  /** Table name to column and key definitions, in creation order. */
  protected abstract readonly tables: Readonly<Record<string, readonly string[]>>;

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, lines] of Object.entries(this.tables)) {
      const definitions = lines.map(withReferentialActions).join(',\n  ');
      await runner.query(`CREATE TABLE IF NOT EXISTS \`${table}\` (\n  ${definitions}\n) ${TABLE_OPTIONS}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys(this.tables).reverse()) {
      await runner.query(`DROP TABLE IF EXISTS \`${table}\``);
    }
  }
}

/** MySQL and MariaDB report an unstated action by different names, so that it is stated. */
const withReferentialActions = (line: string): string =>
  line.includes(' REFERENCES ') ? `${line} ON DELETE NO ACTION ON UPDATE NO ACTION` : line;
