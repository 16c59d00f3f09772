import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Immutable releases. Only these tables, client keys and the logs below are open to the national API. */
export class Publication1790000000009 extends TableMigration {
  readonly name = 'Publication1790000000009';
  protected readonly tables = {
    published_release: [
      `id ${ID} NOT NULL`,
      'number INT UNSIGNED NOT NULL',
      'title VARCHAR(200) NOT NULL',
      `status ${code(20)} NOT NULL`,
      `content_sha256 ${code(64)} NOT NULL`,
      'row_count INT UNSIGNED NOT NULL',
      'manifest LONGTEXT NOT NULL',
      `published_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY published_release_number (number)',
    ],
    published_observation: [
      `release_id ${ID} NOT NULL`,
      'seq INT UNSIGNED NOT NULL',
      `measure ${code(40)} NOT NULL`,
      `organisation_code ${code(12)} NOT NULL`,
      'organisation_name VARCHAR(200) NOT NULL',
      `organisation_level ${code(20)} NOT NULL`,
      `system_code ${code(12)} NULL`,
      `region_code ${code(12)} NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      'year SMALLINT UNSIGNED NOT NULL',
      'scenario VARCHAR(120) NOT NULL',
      'value DECIMAL(20,6) NULL',
      `status ${code(4)} NOT NULL`,
      `unit ${code(20)} NOT NULL`,
      'PRIMARY KEY (release_id, seq)',
      'KEY published_observation_place (release_id, organisation_code, seq)',
      'CONSTRAINT published_observation_release FOREIGN KEY (release_id) REFERENCES published_release (id)',
    ],
    published_file: [
      `release_id ${ID} NOT NULL`,
      `format ${code(20)} NOT NULL`,
      `encoding ${code(10)} NOT NULL`,
      'chunk INT UNSIGNED NOT NULL',
      'content MEDIUMBLOB NOT NULL',
      'PRIMARY KEY (release_id, format, encoding, chunk)',
      'CONSTRAINT published_file_release FOREIGN KEY (release_id) REFERENCES published_release (id)',
    ],
    pull_log: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `client_id ${ID} NOT NULL`,
      'purpose VARCHAR(255) NOT NULL',
      'legal_basis VARCHAR(255) NOT NULL',
      'path VARCHAR(500) NOT NULL',
      `request_id ${code(80)} NOT NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (seq)',
      'KEY pull_log_client (client_id, at)',
    ],
  };
}
