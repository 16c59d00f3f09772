import { ID, INSTANT, TableMigration, code } from './table-migration';

/** What is written in returns and system plans, section by section, with everything it has been. */
export class PlanSections1790000000035 extends TableMigration {
  readonly name = 'PlanSections1790000000035';
  protected readonly tables = {
    plan_section: [
      `document_id ${ID} NOT NULL`,
      `section_key ${code(60)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'content LONGTEXT NOT NULL',
      `author_id ${ID} NOT NULL`,
      `updated_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (document_id, section_key)',
      'CONSTRAINT plan_section_author FOREIGN KEY (author_id) REFERENCES person (id)',
    ],
    plan_section_history: [
      `document_id ${ID} NOT NULL`,
      `section_key ${code(60)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'content LONGTEXT NOT NULL',
      `author_id ${ID} NOT NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (document_id, section_key, version)',
      'CONSTRAINT plan_section_history_author FOREIGN KEY (author_id) REFERENCES person (id)',
    ],
  };
}
