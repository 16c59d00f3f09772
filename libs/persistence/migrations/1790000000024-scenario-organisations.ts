import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ID } from './table-migration';

/** The organisation that a scenario is made for: it is projected under it, and changed by those who plan there. */
export class ScenarioOrganisations1790000000024 implements MigrationInterface {
  readonly name = 'ScenarioOrganisations1790000000024';

  async up(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn('scenario', 'organisation_id')) return;
    await runner.query(
      `ALTER TABLE scenario ADD COLUMN organisation_id ${ID} NULL,
         ADD CONSTRAINT scenario_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)
           ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('scenario', 'organisation_id'))) return;
    await runner.query(
      'ALTER TABLE scenario DROP FOREIGN KEY scenario_organisation, DROP COLUMN organisation_id',
    );
  }
}
