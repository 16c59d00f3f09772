import { ID, INSTANT, TableMigration, code } from './table-migration';

/**
 * Audits of releases, and the register of everything ever published with the true values behind it. The database
 * user of the national API has no right to read either.
 */
export class DisclosureRegister1790000000060 extends TableMigration {
  readonly name = 'DisclosureRegister1790000000060';
  protected readonly tables = {
    disclosure_audit: [
      `id ${ID} NOT NULL`,
      'seq INT UNSIGNED NOT NULL',
      `release_id ${ID} NULL`,
      `rule_id ${code(60)} NOT NULL`,
      `outcome ${code(10)} NOT NULL`,
      'report LONGTEXT NOT NULL',
      `register_sha256 ${code(64)} NULL`,
      `previous_sha256 ${code(64)} NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY disclosure_audit_seq (seq)',
      'UNIQUE KEY disclosure_audit_release (release_id)',
      'CONSTRAINT disclosure_audit_release_fk FOREIGN KEY (release_id) REFERENCES published_release (id)',
    ],
    disclosure_register_part: [
      `audit_id ${ID} NOT NULL`,
      'part INT UNSIGNED NOT NULL',
      'content MEDIUMBLOB NOT NULL',
      'PRIMARY KEY (audit_id, part)',
      'CONSTRAINT disclosure_register_part_audit FOREIGN KEY (audit_id) REFERENCES disclosure_audit (id)',
    ],
  };
}
