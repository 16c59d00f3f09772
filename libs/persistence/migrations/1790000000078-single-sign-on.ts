import type { QueryRunner } from 'typeorm';
import { ID, INSTANT, TableMigration, code } from './table-migration';

const [TABLE, COLUMN] = ['person_session', 'provider_session_sha256'];

/** Who people are at the identity provider, browsers on their way to it, and sessions that it began. */
export class SingleSignOn1790000000078 extends TableMigration {
  readonly name = 'SingleSignOn1790000000078';
  protected readonly tables = {
    person_identity: [
      `issuer ${code(255)} NOT NULL`,
      `subject ${code(255)} NOT NULL`,
      `person_id ${ID} NOT NULL`,
      `linked_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (issuer, subject)',
      'UNIQUE KEY person_identity_once (issuer, person_id)',
      'CONSTRAINT person_identity_person FOREIGN KEY (person_id) REFERENCES person (id)',
    ],
    pending_sign_in: [
      `state_sha256 ${code(64)} NOT NULL`,
      `browser_sha256 ${code(64)} NOT NULL`,
      `address_sha256 ${code(64)} NOT NULL`,
      `nonce ${code(64)} NOT NULL`,
      `code_verifier ${code(128)} NOT NULL`,
      'next_address VARCHAR(2000) NOT NULL',
      `expires_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (state_sha256)',
      'KEY pending_sign_in_address (address_sha256, expires_at)',
    ],
  };

  override async up(runner: QueryRunner): Promise<void> {
    await super.up(runner);
    if (await runner.hasColumn(TABLE, COLUMN)) return;
    await runner.query(`ALTER TABLE ${TABLE} ADD COLUMN ${COLUMN} ${code(64)} NULL`);
  }

  override async down(runner: QueryRunner): Promise<void> {
    if (await runner.hasColumn(TABLE, COLUMN)) {
      await runner.query(`ALTER TABLE ${TABLE} DROP COLUMN ${COLUMN}`);
    }
    await super.down(runner);
  }
}
