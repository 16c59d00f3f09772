import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Imports of ESR extracts: aggregates and reports, and how the extracts of an organisation are read. */
export class EsrExtracts1790000000021 extends TableMigration {
  readonly name = 'EsrExtracts1790000000021';
  protected readonly tables = {
    esr_mapping: [
      `organisation_id ${ID} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'content LONGTEXT NOT NULL',
      `author_id ${ID} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (organisation_id, version)',
      'CONSTRAINT esr_mapping_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    esr_extract: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      'as_at DATE NOT NULL',
      `sha256 ${code(64)} NOT NULL`,
      'is_blocked TINYINT(1) NOT NULL',
      'report LONGTEXT NOT NULL',
      `imported_by ${ID} NULL`,
      `imported_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY esr_extract_content (organisation_id, sha256)',
      'KEY esr_extract_as_at (organisation_id, as_at)',
      'CONSTRAINT esr_extract_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    esr_cell: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `extract_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `band_code ${code(20)} NOT NULL`,
      `age_band ${code(20)} NULL`,
      `ethnicity ${code(40)} NOT NULL`,
      'headcount INT UNSIGNED NOT NULL',
      'fte DECIMAL(18,5) NOT NULL',
      'PRIMARY KEY (seq)',
      'KEY esr_cell_extract (extract_id, staff_group_code)',
      'CONSTRAINT esr_cell_extract FOREIGN KEY (extract_id) REFERENCES esr_extract (id)',
    ],
    esr_disability_cell: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `extract_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `band_code ${code(20)} NOT NULL`,
      `disability ${code(20)} NOT NULL`,
      'headcount INT UNSIGNED NOT NULL',
      'PRIMARY KEY (seq)',
      'KEY esr_disability_cell_extract (extract_id)',
      'CONSTRAINT esr_disability_cell_extract FOREIGN KEY (extract_id) REFERENCES esr_extract (id)',
    ],
  };
}
