import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Actual figures of months and the files that brought them; of a figure the highest version holds. */
export class ActualFigures1790000000041 extends TableMigration {
  readonly name = 'ActualFigures1790000000041';
  protected readonly tables = {
    actual_upload: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `sha256 ${code(64)} NOT NULL`,
      'file_name VARCHAR(255) NOT NULL',
      'report LONGTEXT NOT NULL',
      `uploaded_by ${ID} NOT NULL`,
      `uploaded_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'KEY actual_upload_file (organisation_id, sha256)',
      'CONSTRAINT actual_upload_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT actual_upload_person FOREIGN KEY (uploaded_by) REFERENCES person (id)',
    ],
    actual_figure: [
      `organisation_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `month ${code(7)} NOT NULL`,
      `line ${code(20)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'units BIGINT NOT NULL',
      `upload_id ${ID} NOT NULL`,
      'PRIMARY KEY (organisation_id, staff_group_code, month, line, version)',
      'CONSTRAINT actual_figure_upload FOREIGN KEY (upload_id) REFERENCES actual_upload (id)',
    ],
  };
}
