import { ID, INSTANT, TableMigration } from './table-migration';

/** From where on variances of a year are flagged; the highest version holds. */
export class VarianceThresholds1790000000084 extends TableMigration {
  readonly name = 'VarianceThresholds1790000000084';
  protected readonly tables = {
    variance_threshold: [
      `year_id ${ID} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'content LONGTEXT NOT NULL',
      `author_id ${ID} NOT NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (year_id, version)',
      'CONSTRAINT variance_threshold_year FOREIGN KEY (year_id) REFERENCES monitored_year (id)',
      'CONSTRAINT variance_threshold_person FOREIGN KEY (author_id) REFERENCES person (id)',
    ],
  };
}
