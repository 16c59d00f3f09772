import { ID, INSTANT, TableMigration, code } from './table-migration';

/** The return of each organisation in a round, signed off before the system plan takes it up. */
export class OrganisationReturns1790000000033 extends TableMigration {
  readonly name = 'OrganisationReturns1790000000033';
  protected readonly tables = {
    organisation_return: [
      `id ${ID} NOT NULL`,
      `round_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `scenario_id ${ID} NOT NULL`,
      `state ${code(20)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'revision INT UNSIGNED NOT NULL DEFAULT 0',
      `created_by ${ID} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      `updated_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY organisation_return_once (round_id, organisation_id)',
      'CONSTRAINT organisation_return_round FOREIGN KEY (round_id) REFERENCES planning_round (id)',
      'CONSTRAINT organisation_return_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT organisation_return_scenario FOREIGN KEY (scenario_id) REFERENCES scenario (id)',
    ],
  };
}
