import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ID } from './table-migration';

/** Files of actual figures from the watched folder have nobody who uploaded them. */
export class UploadsWithoutPerson1790000000086 implements MigrationInterface {
  readonly name = 'UploadsWithoutPerson1790000000086';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE actual_upload MODIFY COLUMN uploaded_by ${ID} NULL`);
  }

  /** Uploads that nobody made cannot be kept under the earlier rule. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DELETE f FROM actual_figure f JOIN actual_upload u ON u.id = f.upload_id WHERE u.uploaded_by IS NULL',
    );
    await runner.query('DELETE FROM actual_upload WHERE uploaded_by IS NULL');
    await runner.query(`ALTER TABLE actual_upload MODIFY COLUMN uploaded_by ${ID} NOT NULL`);
  }
}
