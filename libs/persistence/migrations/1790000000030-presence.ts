import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Who looks at which projection now: rows that are worth nothing half a minute later. */
export class Presence1790000000030 extends TableMigration {
  readonly name = 'Presence1790000000030';
  protected readonly tables = {
    presence: [
      `person_id ${ID} NOT NULL`,
      `visit_id ${ID} NOT NULL`,
      `scenario_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `parameter ${code(80)} NULL`,
      `staff_group_code ${code(60)} NULL`,
      'year SMALLINT UNSIGNED NULL',
      `seen_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (person_id, visit_id)',
      'KEY presence_unit (scenario_id, organisation_id, seen_at)',
      'KEY presence_seen_at (seen_at)',
      'CONSTRAINT presence_person FOREIGN KEY (person_id) REFERENCES person (id)',
    ],
  };
}
