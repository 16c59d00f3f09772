import { ID, INSTANT, TableMigration } from './table-migration';

/** Which baseline an organisation of a round was put on, by whom and why; the latest row is in force. */
export class BaselineChoices1790000000026 extends TableMigration {
  readonly name = 'BaselineChoices1790000000026';
  protected readonly tables = {
    baseline_choice: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `round_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `snapshot_id ${ID} NOT NULL`,
      `previous_snapshot_id ${ID} NULL`,
      'reason VARCHAR(1000) NOT NULL',
      `chosen_by ${ID} NOT NULL`,
      `chosen_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (seq)',
      'KEY baseline_choice_participant (round_id, organisation_id)',
      'CONSTRAINT baseline_choice_round FOREIGN KEY (round_id) REFERENCES planning_round (id)',
      'CONSTRAINT baseline_choice_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT baseline_choice_snapshot FOREIGN KEY (snapshot_id) REFERENCES baseline_snapshot (id)',
    ],
  };
}
