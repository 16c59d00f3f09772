import { ID, TableMigration } from './table-migration';

/** What an organisation's own history said where an assumption was calibrated, beside the peers' figure. */
export class CalibrationEvidence1790000000010 extends TableMigration {
  readonly name = 'CalibrationEvidence1790000000010';
  protected readonly tables = {
    calibration_evidence: [
      `assumption_id ${ID} NOT NULL`,
      'local_value DECIMAL(20,8) NULL',
      'peer_value DECIMAL(20,8) NOT NULL',
      'weight DECIMAL(9,8) NOT NULL',
      'PRIMARY KEY (assumption_id)',
      'CONSTRAINT calibration_evidence_assumption FOREIGN KEY (assumption_id) REFERENCES assumption (id)',
    ],
  };
}
