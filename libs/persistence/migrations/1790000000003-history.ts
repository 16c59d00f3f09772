import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Imported files and the monthly history read from them. A suppressed point has no value, never 0. */
export class History1790000000003 extends TableMigration {
  readonly name = 'History1790000000003';
  protected readonly tables = {
    import_file: [
      `id ${ID} NOT NULL`,
      `sha256 ${code(64)} NOT NULL`,
      'file_name VARCHAR(255) NOT NULL',
      `kind ${code(40)} NOT NULL`,
      'byte_count BIGINT UNSIGNED NOT NULL',
      'rows_read INT UNSIGNED NOT NULL',
      'rows_kept INT UNSIGNED NOT NULL',
      'report LONGTEXT NOT NULL',
      `imported_by ${ID} NULL`,
      `imported_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY import_file_sha256 (sha256)',
    ],
    history_series: [
      'id INT UNSIGNED NOT NULL AUTO_INCREMENT',
      `organisation_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `measure ${code(40)} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY history_series_key (organisation_id, staff_group_code, measure)',
      'KEY history_series_group (staff_group_code)',
      'CONSTRAINT history_series_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT history_series_group FOREIGN KEY (staff_group_code) REFERENCES staff_group (code)',
    ],
    history_point: [
      'series_id INT UNSIGNED NOT NULL',
      'month_end DATE NOT NULL',
      'value DECIMAL(18,5) NULL',
      `status ${code(12)} NOT NULL`,
      `import_file_id ${ID} NOT NULL`,
      'PRIMARY KEY (series_id, month_end)',
      'CONSTRAINT history_point_series FOREIGN KEY (series_id) REFERENCES history_series (id)',
    ],
    workforce_profile_cell: [
      'seq INT UNSIGNED NOT NULL AUTO_INCREMENT',
      `import_file_id ${ID} NOT NULL`,
      'as_at DATE NOT NULL',
      `staff_group_code ${code(60)} NOT NULL`,
      `band_code ${code(20)} NOT NULL`,
      `ethnicity ${code(40)} NOT NULL`,
      'headcount DECIMAL(18,5) NULL',
      'PRIMARY KEY (seq)',
      'UNIQUE KEY workforce_profile_cell_key (as_at, staff_group_code, band_code, ethnicity)',
    ],
  };
}
