import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code } from './table-migration';

/** Column name to definition, in order of creation. */
const COLUMNS: Readonly<Record<string, string>> = {
  plan_status: `${code(12)} NOT NULL DEFAULT 'default'`,
  band_cluster: `${code(30)} NULL`,
  equality_class: `${code(30)} NULL`,
};

/** How far the plan behind a published figure has come, and the cell of an equality table that it is. */
export class ReleaseContent1790000000059 implements MigrationInterface {
  readonly name = 'ReleaseContent1790000000059';

  async up(runner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(COLUMNS)) {
      if (await runner.hasColumn('published_observation', name)) continue;
      await runner.query(`ALTER TABLE published_observation ADD COLUMN ${name} ${definition}`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const name of Object.keys(COLUMNS).reverse()) {
      if (!(await runner.hasColumn('published_observation', name))) continue;
      await runner.query(`ALTER TABLE published_observation DROP COLUMN ${name}`);
    }
  }
}
