import { ID, INSTANT, TableMigration, code } from './table-migration';

/** What became of the files of the watched folder, by content. */
export class WatchedFiles1790000000085 extends TableMigration {
  readonly name = 'WatchedFiles1790000000085';
  protected readonly tables = {
    watched_file: [
      `organisation_id ${ID} NOT NULL`,
      `kind ${code(10)} NOT NULL`,
      `sha256 ${code(64)} NOT NULL`,
      'file_name VARCHAR(255) NOT NULL',
      `outcome ${code(10)} NOT NULL`,
      'message TEXT NOT NULL',
      'report LONGTEXT NOT NULL',
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (organisation_id, kind, sha256)',
      'CONSTRAINT watched_file_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
  };
}
