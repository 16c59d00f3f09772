import { ID, INSTANT, TableMigration, code } from './table-migration';

/** What the national body shares back: versions that are only ever added, of which the highest holds. */
export class NationalInputs1790000000055 extends TableMigration {
  readonly name = 'NationalInputs1790000000055';
  protected readonly tables = {
    national_submission: [
      `id ${ID} NOT NULL`,
      `kind ${code(20)} NOT NULL`,
      'year SMALLINT UNSIGNED NOT NULL',
      'version INT UNSIGNED NOT NULL',
      `content_sha256 ${code(64)} NOT NULL`,
      `client_id ${ID} NOT NULL`,
      `request_id ${code(80)} NOT NULL`,
      `received_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY national_submission_version (kind, year, version)',
      'CONSTRAINT national_submission_client FOREIGN KEY (client_id) REFERENCES api_client (id)',
    ],
    national_envelope: [
      `submission_id ${ID} NOT NULL`,
      'position INT UNSIGNED NOT NULL',
      `organisation_code ${code(12)} NOT NULL`,
      `envelope ${code(40)} NOT NULL`,
      `staff_group_code ${code(60)} NULL`,
      `standard_reference ${code(12)} NULL`,
      'amount DECIMAL(18,2) NOT NULL',
      'PRIMARY KEY (submission_id, position)',
      'CONSTRAINT national_envelope_submission FOREIGN KEY (submission_id) REFERENCES national_submission (id)',
    ],
    national_training_supply: [
      `submission_id ${ID} NOT NULL`,
      'position INT UNSIGNED NOT NULL',
      `region_code ${code(12)} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      'commissioned_places INT UNSIGNED NOT NULL',
      'expected_newly_qualified INT UNSIGNED NOT NULL',
      'PRIMARY KEY (submission_id, position)',
      'CONSTRAINT national_training_supply_submission FOREIGN KEY (submission_id) REFERENCES national_submission (id)',
    ],
  };
}
