import { ID, INSTANT, TableMigration, code } from './table-migration';

/** What planners asked the optimiser, on which runs, how far it is, and the plan that came of it. */
export class PlanProposals1790000000071 extends TableMigration {
  readonly name = 'PlanProposals1790000000071';
  protected readonly tables = {
    plan_proposal: [
      `id ${ID} NOT NULL`,
      `scenario_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `kind ${code(20)} NOT NULL`,
      'request LONGTEXT NOT NULL',
      `input_sha256 ${code(64)} NOT NULL`,
      `engine_version ${code(64)} NULL`,
      `state ${code(20)} NOT NULL`,
      'progress DECIMAL(5,4) NOT NULL',
      'attempts INT UNSIGNED NOT NULL',
      `worker ${code(80)} NULL`,
      `lease_until ${INSTANT} NULL`,
      'error TEXT NULL',
      `outcome ${code(20)} NULL`,
      'content LONGBLOB NULL',
      `requested_by ${ID} NULL`,
      `requested_at ${INSTANT} NOT NULL`,
      `started_at ${INSTANT} NULL`,
      `finished_at ${INSTANT} NULL`,
      'PRIMARY KEY (id)',
      'KEY plan_proposal_of_node (scenario_id, organisation_id, requested_at)',
      'KEY plan_proposal_state (state)',
      'CONSTRAINT plan_proposal_scenario FOREIGN KEY (scenario_id) REFERENCES scenario (id)',
      'CONSTRAINT plan_proposal_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
    ],
    plan_proposal_base: [
      `proposal_id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      `run_id ${ID} NOT NULL`,
      `input_sha256 ${code(64)} NOT NULL`,
      'PRIMARY KEY (proposal_id, organisation_id)',
      'CONSTRAINT plan_proposal_base_of FOREIGN KEY (proposal_id) REFERENCES plan_proposal (id)',
      'CONSTRAINT plan_proposal_base_run FOREIGN KEY (run_id) REFERENCES projection_run (id)',
    ],
    plan_proposal_line: [
      `proposal_id ${ID} NOT NULL`,
      'place INT UNSIGNED NOT NULL',
      `organisation_id ${ID} NOT NULL`,
      `lever ${code(120)} NOT NULL`,
      'label VARCHAR(200) NOT NULL',
      'unit VARCHAR(80) NOT NULL',
      'amounts LONGTEXT NOT NULL',
      'cost DECIMAL(16,2) NOT NULL',
      `accepted_at ${INSTANT} NULL`,
      `accepted_by ${ID} NULL`,
      `accepted_scenario_id ${ID} NULL`,
      'PRIMARY KEY (proposal_id, place)',
      'CONSTRAINT plan_proposal_line_of FOREIGN KEY (proposal_id) REFERENCES plan_proposal (id)',
      'CONSTRAINT plan_proposal_line_scenario FOREIGN KEY (accepted_scenario_id) REFERENCES scenario (id)',
    ],
  };
}
