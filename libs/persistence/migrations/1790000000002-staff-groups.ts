import { TableMigration, code } from './table-migration';

/** The staff-group tree, its mappings from published and ESR labels, and the pay bands. */
export class StaffGroups1790000000002 extends TableMigration {
  readonly name = 'StaffGroups1790000000002';
  protected readonly tables = {
    staff_group: [
      `code ${code(60)} NOT NULL`,
      `parent_code ${code(60)} NULL`,
      'name VARCHAR(120) NOT NULL',
      'position SMALLINT UNSIGNED NOT NULL',
      'is_leaf TINYINT(1) NOT NULL',
      'is_registered TINYINT(1) NOT NULL',
      'is_medical TINYINT(1) NOT NULL',
      'PRIMARY KEY (code)',
      'KEY staff_group_parent (parent_code)',
      'CONSTRAINT staff_group_parent FOREIGN KEY (parent_code) REFERENCES staff_group (code)',
    ],
    staff_group_mapping: [
      'seq INT UNSIGNED NOT NULL AUTO_INCREMENT',
      `scheme ${code(40)} NOT NULL`,
      'label VARCHAR(160) NOT NULL',
      `staff_group_code ${code(60)} NOT NULL`,
      'weight DECIMAL(9,8) NOT NULL',
      'valid_from DATE NOT NULL',
      'valid_to DATE NULL',
      'source VARCHAR(255) NOT NULL',
      'PRIMARY KEY (seq)',
      'UNIQUE KEY staff_group_mapping_label (scheme, label, staff_group_code, valid_from)',
      'KEY staff_group_mapping_group (staff_group_code)',
      'CONSTRAINT staff_group_mapping_group FOREIGN KEY (staff_group_code) REFERENCES staff_group (code)',
    ],
    band: [
      `code ${code(20)} NOT NULL`,
      'name VARCHAR(80) NOT NULL',
      `scheme ${code(20)} NOT NULL`,
      'position SMALLINT UNSIGNED NOT NULL',
      'PRIMARY KEY (code)',
    ],
  };
}
