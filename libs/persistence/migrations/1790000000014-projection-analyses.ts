import { ID, INSTANT, TableMigration, code } from './table-migration';

/** Answers to questions about a run (module reports, what matters most), kept so that each is worked out once. */
export class ProjectionAnalyses1790000000014 extends TableMigration {
  readonly name = 'ProjectionAnalyses1790000000014';
  protected readonly tables = {
    projection_analysis: [
      `run_id ${ID} NOT NULL`,
      `question_sha256 ${code(64)} NOT NULL`,
      'content LONGBLOB NOT NULL',
      `stored_at ${INSTANT} NOT NULL`,
      'PRIMARY KEY (run_id, question_sha256)',
      'CONSTRAINT projection_analysis_run FOREIGN KEY (run_id) REFERENCES projection_run (id)',
    ],
  };
}
