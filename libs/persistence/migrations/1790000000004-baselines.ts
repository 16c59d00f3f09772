import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Frozen opening positions. A snapshot is never changed; a better one gets its own row. */
export class Baselines1790000000004 extends TableMigration {
  readonly name = 'Baselines1790000000004';
  protected readonly tables = {
    baseline_snapshot: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      'as_at DATE NOT NULL',
      `sha256 ${code(64)} NOT NULL`,
      'source VARCHAR(500) NOT NULL',
      'report LONGTEXT NOT NULL',
      `created_by ${ID} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY baseline_snapshot_content (organisation_id, as_at, sha256)',
      'CONSTRAINT baseline_snapshot_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    baseline_cell: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `snapshot_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `band_code ${code(20)} NULL`,
      `age_band ${code(20)} NULL`,
      `ethnicity ${code(40)} NULL`,
      'headcount DECIMAL(18,6) NULL',
      'fte DECIMAL(18,6) NULL',
      `basis ${code(40)} NOT NULL`,
      `profile_source VARCHAR(255) NULL`,
      'PRIMARY KEY (seq)',
      'KEY baseline_cell_snapshot (snapshot_id, staff_group_code)',
      'CONSTRAINT baseline_cell_snapshot FOREIGN KEY (snapshot_id) REFERENCES baseline_snapshot (id)',
    ],
  };
}
