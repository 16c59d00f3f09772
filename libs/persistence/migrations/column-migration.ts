import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A migration that adds one column to a table, unless an interrupted attempt has added it. */
export abstract class ColumnMigration implements MigrationInterface {
  abstract readonly name: string;
  protected abstract readonly column: {
    readonly table: string;
    readonly name: string;
    readonly definition: string;
  };

  async up(runner: QueryRunner): Promise<void> {
    const { table, name, definition } = this.column;
    if (await runner.hasColumn(table, name)) return;
    await runner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` ${definition}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    const { table, name } = this.column;
    if (!(await runner.hasColumn(table, name))) return;
    await runner.query(`ALTER TABLE \`${table}\` DROP COLUMN \`${name}\``);
  }
}
