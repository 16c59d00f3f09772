import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Entries of registers (schemes, cohorts, interventions) with their history, and where a run's values came from. */
export class Registers1790000000013 extends TableMigration {
  readonly name = 'Registers1790000000013';
  protected readonly tables = {
    register_entry: [
      `id ${ID} NOT NULL`,
      `scenario_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `register_key ${code(80)} NOT NULL`,
      `entry_key ${code(64)} NOT NULL`,
      'entry_values LONGTEXT NULL',
      'note TEXT NULL',
      'version INT UNSIGNED NOT NULL',
      `author_id ${ID} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      `updated_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY register_entry_place (scenario_id, organisation_id, register_key, entry_key)',
      'KEY register_entry_organisation (organisation_id)',
      'CONSTRAINT register_entry_scenario FOREIGN KEY (scenario_id) REFERENCES scenario (id)',
      'CONSTRAINT register_entry_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    register_entry_history: [
      'seq BIGINT UNSIGNED NOT NULL AUTO_INCREMENT',
      `register_entry_id ${ID} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'entry_values LONGTEXT NULL',
      'note TEXT NULL',
      'reason TEXT NULL',
      `origin ${code(20)} NOT NULL`,
      `author_id ${ID} NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (seq)',
      'UNIQUE KEY register_entry_history_version (register_entry_id, version)',
      'CONSTRAINT register_entry_history_entry FOREIGN KEY (register_entry_id) REFERENCES register_entry (id)',
    ],
    projection_provenance: [
      `run_id ${ID} NOT NULL`,
      'content LONGBLOB NOT NULL',
      'PRIMARY KEY (run_id)',
      'CONSTRAINT projection_provenance_run FOREIGN KEY (run_id) REFERENCES projection_run (id)',
    ],
  };
}
