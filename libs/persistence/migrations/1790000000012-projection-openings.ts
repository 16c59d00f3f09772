import { ID, TableMigration, code } from './table-migration';

/** The opening position that a run started from, by staff group, with where it comes from. */
export class ProjectionOpenings1790000000012 extends TableMigration {
  readonly name = 'ProjectionOpenings1790000000012';
  protected readonly tables = {
    projection_opening: [
      `result_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `basis ${code(40)} NOT NULL`,
      'profile_source VARCHAR(255) NOT NULL',
      'headcount DECIMAL(20,6) NOT NULL',
      'fte DECIMAL(20,6) NOT NULL',
      'establishment DECIMAL(20,6) NULL',
      'PRIMARY KEY (result_id, staff_group_code)',
    ],
  };
}
