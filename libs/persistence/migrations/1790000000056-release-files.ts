import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Digests of the stored files, what changed from release to release, and the keys that sign manifests. */
export class ReleaseFiles1790000000056 extends TableMigration {
  readonly name = 'ReleaseFiles1790000000056';
  protected readonly tables = {
    published_representation: [
      `release_id ${ID} NOT NULL`,
      `format ${code(20)} NOT NULL`,
      `encoding ${code(10)} NOT NULL`,
      'bytes BIGINT UNSIGNED NOT NULL',
      `sha256 ${code(64)} NOT NULL`,
      'PRIMARY KEY (release_id, format, encoding)',
      'CONSTRAINT published_representation_release FOREIGN KEY (release_id) REFERENCES published_release (id)',
    ],
    published_change: [
      'row_key BINARY(16) NOT NULL',
      'release_number INT UNSIGNED NOT NULL',
      'is_displaced TINYINT(1) NOT NULL',
      'PRIMARY KEY (row_key, release_number)',
      'KEY published_change_release (release_number)',
    ],
    published_signing_key: [
      `key_id ${code(64)} NOT NULL`,
      'public_jwk TEXT NOT NULL',
      `first_used_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (key_id)',
    ],
  };
}
