import { ID, INSTANT, TableMigration, code } from './table-migration';

/** The days by which a round expects its returns and plans to have come to a state. */
export class RoundMilestones1790000000036 extends TableMigration {
  readonly name = 'RoundMilestones1790000000036';
  protected readonly tables = {
    round_milestone: [
      `round_id ${ID} NOT NULL`,
      `document_kind ${code(30)} NOT NULL`,
      `state ${code(20)} NOT NULL`,
      'due_on DATE NOT NULL',
      `set_by ${ID} NULL`,
      `set_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (round_id, document_kind, state)',
      'CONSTRAINT round_milestone_round FOREIGN KEY (round_id) REFERENCES planning_round (id)',
    ],
  };
}
