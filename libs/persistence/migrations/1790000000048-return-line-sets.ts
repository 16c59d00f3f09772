import { ID, INSTANT, TableMigration } from './table-migration';

/** Lines of the workforce return that are entered beside those shipped; versions are never changed. */
export class ReturnLineSets1790000000048 extends TableMigration {
  readonly name = 'ReturnLineSets1790000000048';
  protected readonly tables = {
    return_line_set: [
      'version INT UNSIGNED NOT NULL',
      'valid_from DATE NOT NULL',
      'content LONGTEXT NOT NULL',
      `author_id ${ID} NOT NULL`,
      `created_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (version)',
      'CONSTRAINT return_line_set_person FOREIGN KEY (author_id) REFERENCES person (id)',
    ],
  };
}
