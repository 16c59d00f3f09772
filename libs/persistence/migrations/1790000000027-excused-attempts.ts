import { ColumnMigration } from './column-migration';

/** Attempts up to this one no longer count against a run: a person asked for it to be tried again. */
export class ExcusedAttempts1790000000027 extends ColumnMigration {
  readonly name = 'ExcusedAttempts1790000000027';
  protected readonly column = {
    table: 'projection_run',
    name: 'excused_attempts',
    definition: 'INT UNSIGNED NOT NULL DEFAULT 0',
  };
}
