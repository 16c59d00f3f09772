import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Organisations and what was true of them when: names, codes, membership, succession. */
export class Organisations1790000000001 extends TableMigration {
  readonly name = 'Organisations1790000000001';
  protected readonly tables = {
    organisation: [`id ${ID} NOT NULL`, `created_at ${INSTANT} NOT NULL`, 'PRIMARY KEY (id)'],
    organisation_period: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `ods_code ${code(12)} NOT NULL`,
      'name VARCHAR(200) NOT NULL',
      `type ${code(40)} NOT NULL`,
      `sector ${code(40)} NOT NULL`,
      'valid_from DATE NOT NULL',
      'valid_to DATE NULL',
      'PRIMARY KEY (id)',
      'UNIQUE KEY organisation_period_from (organisation_id, valid_from)',
      'KEY organisation_period_code (ods_code, valid_from)',
      'CONSTRAINT organisation_period_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    organisation_membership: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `parent_id ${ID} NOT NULL`,
      `relation ${code(20)} NOT NULL`,
      'valid_from DATE NOT NULL',
      'valid_to DATE NULL',
      'PRIMARY KEY (id)',
      'UNIQUE KEY organisation_membership_from (organisation_id, relation, valid_from)',
      'KEY organisation_membership_parent (parent_id, relation)',
      'CONSTRAINT organisation_membership_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT organisation_membership_parent FOREIGN KEY (parent_id) REFERENCES organisation (id)',
    ],
    organisation_succession: [
      `id ${ID} NOT NULL`,
      `predecessor_id ${ID} NOT NULL`,
      `successor_id ${ID} NOT NULL`,
      'effective_on DATE NOT NULL',
      `kind ${code(20)} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY organisation_succession_pair (predecessor_id, successor_id, effective_on)',
      'KEY organisation_succession_successor (successor_id)',
      'CONSTRAINT organisation_succession_predecessor FOREIGN KEY (predecessor_id) REFERENCES organisation (id)',
      'CONSTRAINT organisation_succession_successor FOREIGN KEY (successor_id) REFERENCES organisation (id)',
    ],
  };
}
