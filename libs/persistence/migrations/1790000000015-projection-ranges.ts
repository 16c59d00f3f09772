import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Likely ranges of a sum and of the organisations in it, and the draws at year ends that sums above are made of. */
export class ProjectionRanges1790000000015 extends TableMigration {
  readonly name = 'ProjectionRanges1790000000015';
  protected readonly tables = {
    projection_range_set: [
      `id ${ID} NOT NULL`,
      `roll_up_id ${ID} NOT NULL`,
      `engine_version ${code(64)} NOT NULL`,
      `seed ${code(20)} NOT NULL`,
      'draws INT UNSIGNED NOT NULL',
      `state ${code(20)} NOT NULL`,
      'progress DECIMAL(5,4) NOT NULL',
      'attempts INT UNSIGNED NOT NULL',
      `worker ${code(80)} NULL`,
      `lease_until ${INSTANT} NULL`,
      'error TEXT NULL',
      `created_at ${INSTANT} NOT NULL`,
      `finished_at ${INSTANT} NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY projection_range_set_identity (roll_up_id, engine_version, seed, draws)',
      'CONSTRAINT projection_range_set_roll_up FOREIGN KEY (roll_up_id) REFERENCES roll_up (id)',
    ],
    projection_range: [
      `range_set_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      'content LONGBLOB NOT NULL',
      'PRIMARY KEY (range_set_id, organisation_id)',
      'CONSTRAINT projection_range_set_of FOREIGN KEY (range_set_id) REFERENCES projection_range_set (id)',
    ],
    projection_draw_sum: [
      `range_set_id ${ID} NOT NULL`,
      'content LONGBLOB NOT NULL',
      'PRIMARY KEY (range_set_id)',
      'CONSTRAINT projection_draw_sum_set FOREIGN KEY (range_set_id) REFERENCES projection_range_set (id)',
    ],
  };
}
