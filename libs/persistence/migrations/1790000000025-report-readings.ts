import { ID, INSTANT, TableMigration } from './table-migration';

/** Which quality reports of imports a person has read. */
export class ReportReadings1790000000025 extends TableMigration {
  readonly name = 'ReportReadings1790000000025';
  protected readonly tables = {
    report_reading: [
      `person_id ${ID} NOT NULL`,
      `report_id ${ID} NOT NULL`,
      `read_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (person_id, report_id)',
      'CONSTRAINT report_reading_person FOREIGN KEY (person_id) REFERENCES person (id)',
    ],
  };
}
