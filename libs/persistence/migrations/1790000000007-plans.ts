import { ID, INSTANT, TableMigration, code } from './table-migration';

/** System plans and the runs a frozen plan is made of. */
export class Plans1790000000007 extends TableMigration {
  readonly name = 'Plans1790000000007';
  protected readonly tables = {
    system_plan: [
      `id ${ID} NOT NULL`,
      `round_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `scenario_id ${ID} NOT NULL`,
      `state ${code(20)} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      `created_by ${ID} NULL`,
      `created_at ${INSTANT} NOT NULL`,
      `updated_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY system_plan_once (round_id, organisation_id)',
      'CONSTRAINT system_plan_round FOREIGN KEY (round_id) REFERENCES planning_round (id)',
      'CONSTRAINT system_plan_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT system_plan_scenario FOREIGN KEY (scenario_id) REFERENCES scenario (id)',
    ],
    system_plan_run: [
      `plan_id ${ID} NOT NULL`,
      `run_id ${ID} NOT NULL`,
      'PRIMARY KEY (plan_id, run_id)',
      'CONSTRAINT system_plan_run_plan FOREIGN KEY (plan_id) REFERENCES system_plan (id)',
      'CONSTRAINT system_plan_run_run FOREIGN KEY (run_id) REFERENCES projection_run (id)',
    ],
  };
}
