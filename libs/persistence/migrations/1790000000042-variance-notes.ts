import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Reasons and owners of variances; of a note the highest version holds. */
export class VarianceNotes1790000000042 extends TableMigration {
  readonly name = 'VarianceNotes1790000000042';
  protected readonly tables = {
    variance_note: [
      `year_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `month ${code(7)} NOT NULL`,
      `line ${code(20)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'reason TEXT NOT NULL',
      'owner VARCHAR(120) NOT NULL',
      `author_id ${ID} NOT NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (year_id, staff_group_code, month, line, version)',
      'CONSTRAINT variance_note_year FOREIGN KEY (year_id) REFERENCES monitored_year (id)',
      'CONSTRAINT variance_note_person FOREIGN KEY (author_id) REFERENCES person (id)',
    ],
  };
}
