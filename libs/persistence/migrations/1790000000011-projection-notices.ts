import { ID, TableMigration, code } from './table-migration';

/** What a planner must know about the figures of a run, in the order in which it was said. */
export class ProjectionNotices1790000000011 extends TableMigration {
  readonly name = 'ProjectionNotices1790000000011';
  protected readonly tables = {
    projection_notice: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `result_id ${ID} NOT NULL`,
      `code ${code(60)} NOT NULL`,
      `staff_group_code ${code(60)} NULL`,
      'message TEXT NOT NULL',
      'amount DECIMAL(20,6) NULL',
      'PRIMARY KEY (seq)',
      'KEY projection_notice_result (result_id)',
    ],
  };
}
