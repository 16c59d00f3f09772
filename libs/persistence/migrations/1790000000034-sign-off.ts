import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Steps, delegations and frozen versions of returns and system plans; one step for each revision. */
export class SignOff1790000000034 extends TableMigration {
  readonly name = 'SignOff1790000000034';
  protected readonly tables = {
    sign_off_step: [
      `document_id ${ID} NOT NULL`,
      'revision INT UNSIGNED NOT NULL',
      'version INT UNSIGNED NOT NULL',
      `action ${code(30)} NOT NULL`,
      `slot ${code(80)} NULL`,
      `from_state ${code(20)} NOT NULL`,
      `to_state ${code(20)} NOT NULL`,
      `person_id ${ID} NOT NULL`,
      `on_behalf_of ${ID} NULL`,
      'reason TEXT NULL',
      'decided_on DATE NULL',
      `content_sha256 ${code(64)} NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (document_id, revision)',
      'KEY sign_off_step_version (document_id, version)',
      'CONSTRAINT sign_off_step_person FOREIGN KEY (person_id) REFERENCES person (id)',
      'CONSTRAINT sign_off_step_principal FOREIGN KEY (on_behalf_of) REFERENCES person (id)',
    ],
    sign_off_delegation: [
      `id ${ID} NOT NULL`,
      `document_id ${ID} NOT NULL`,
      `slot ${code(80)} NOT NULL`,
      `principal_id ${ID} NOT NULL`,
      `delegate_id ${ID} NOT NULL`,
      'valid_to DATE NULL',
      `created_at ${INSTANT} NOT NULL`,
      `revoked_at ${INSTANT} NULL`,
      'PRIMARY KEY (id)',
      'KEY sign_off_delegation_document (document_id, slot)',
      'CONSTRAINT sign_off_delegation_principal FOREIGN KEY (principal_id) REFERENCES person (id)',
      'CONSTRAINT sign_off_delegation_delegate FOREIGN KEY (delegate_id) REFERENCES person (id)',
    ],
    plan_version: [
      `document_id ${ID} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      `content_sha256 ${code(64)} NOT NULL`,
      'content LONGTEXT NOT NULL',
      `frozen_by ${ID} NOT NULL`,
      `frozen_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (document_id, version)',
      'CONSTRAINT plan_version_person FOREIGN KEY (frozen_by) REFERENCES person (id)',
    ],
  };
}
