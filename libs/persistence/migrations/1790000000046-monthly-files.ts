import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Ledgers and rosters of employers: how they are read, their imports, and the figures by month. */
export class MonthlyFiles1790000000046 extends TableMigration {
  readonly name = 'MonthlyFiles1790000000046';
  protected readonly tables = {
    monthly_mapping: [
      `organisation_id ${ID} NOT NULL`,
      `kind ${code(20)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'content LONGTEXT NOT NULL',
      `author_id ${ID} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (organisation_id, kind, version)',
      'CONSTRAINT monthly_mapping_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    monthly_import: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `kind ${code(20)} NOT NULL`,
      `sha256 ${code(64)} NOT NULL`,
      `file_sha256 ${code(64)} NOT NULL`,
      'is_blocked TINYINT(1) NOT NULL',
      'report LONGTEXT NOT NULL',
      `imported_by ${ID} NULL`,
      `imported_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY monthly_import_content (organisation_id, kind, sha256)',
      'CONSTRAINT monthly_import_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    monthly_import_month: [
      `import_id ${ID} NOT NULL`,
      `month ${code(7)} NOT NULL`,
      'PRIMARY KEY (import_id, month)',
      'CONSTRAINT monthly_import_month_import FOREIGN KEY (import_id) REFERENCES monthly_import (id)',
    ],
    monthly_figure: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `import_id ${ID} NOT NULL`,
      `month ${code(7)} NOT NULL`,
      'cost_centre VARCHAR(60) NOT NULL',
      'division VARCHAR(120) NULL',
      'source_code VARCHAR(60) NOT NULL',
      `staff_group_code ${code(60)} NULL`,
      `employment ${code(20)} NULL`,
      'budgeted_wte DECIMAL(18,5) NULL',
      'worked_wte DECIMAL(18,5) NULL',
      'contracted_wte DECIMAL(18,5) NULL',
      'hours DECIMAL(18,2) NULL',
      'budget DECIMAL(18,2) NULL',
      'actual DECIMAL(18,2) NULL',
      'PRIMARY KEY (seq)',
      'KEY monthly_figure_month (import_id, month)',
      'CONSTRAINT monthly_figure_import FOREIGN KEY (import_id) REFERENCES monthly_import (id)',
    ],
  };
}
