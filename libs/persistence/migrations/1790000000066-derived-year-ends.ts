import type { MigrationInterface, QueryRunner } from 'typeorm';
import { code, ID, TableMigration } from './table-migration';

/** Year-end figures are derived from the stored series: the copies of them go. */
export class DerivedYearEnds1790000000066 implements MigrationInterface {
  readonly name = 'DerivedYearEnds1790000000066';
  private readonly copies = new YearEndCopies();

  async up(runner: QueryRunner): Promise<void> {
    await this.copies.down(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.copies.up(runner);
  }
}

class YearEndCopies extends TableMigration {
  readonly name = 'the table of earlier versions';
  protected readonly tables = {
    projection_year_end: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `result_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `measure ${code(40)} NOT NULL`,
      'year SMALLINT UNSIGNED NOT NULL',
      'value DECIMAL(20,6) NOT NULL',
      'PRIMARY KEY (seq)',
      'UNIQUE KEY projection_year_end_key (result_id, staff_group_code, measure, year)',
    ],
  };
}
