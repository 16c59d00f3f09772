import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Years of organisations that are held against a frozen plan, their reforecasts, and the figures of both. */
export class MonitoredYears1790000000040 extends TableMigration {
  readonly name = 'MonitoredYears1790000000040';
  protected readonly tables = {
    monitored_year: [
      `id ${ID} NOT NULL`,
      `organisation_id ${ID} NOT NULL`,
      'first_year SMALLINT UNSIGNED NOT NULL',
      `scenario_id ${ID} NOT NULL`,
      `run_id ${ID} NOT NULL`,
      `result_sha256 ${code(64)} NOT NULL`,
      `frozen_by ${ID} NOT NULL`,
      `frozen_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY monitored_year_once (organisation_id, first_year)',
      'CONSTRAINT monitored_year_organisation FOREIGN KEY (organisation_id) REFERENCES organisation (id)',
      'CONSTRAINT monitored_year_scenario FOREIGN KEY (scenario_id) REFERENCES scenario (id)',
      'CONSTRAINT monitored_year_person FOREIGN KEY (frozen_by) REFERENCES person (id)',
    ],
    reforecast: [
      `id ${ID} NOT NULL`,
      `year_id ${ID} NOT NULL`,
      'version INT UNSIGNED NOT NULL',
      'reason TEXT NOT NULL',
      `author_id ${ID} NOT NULL`,
      `at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (id)',
      'UNIQUE KEY reforecast_version (year_id, version)',
      'CONSTRAINT reforecast_year FOREIGN KEY (year_id) REFERENCES monitored_year (id)',
      'CONSTRAINT reforecast_person FOREIGN KEY (author_id) REFERENCES person (id)',
    ],
    planned_figure: [
      `set_id ${ID} NOT NULL`,
      `staff_group_code ${code(60)} NOT NULL`,
      `month ${code(7)} NOT NULL`,
      `line ${code(20)} NOT NULL`,
      'units BIGINT NOT NULL',
      'PRIMARY KEY (set_id, staff_group_code, month, line)',
    ],
  };
}
