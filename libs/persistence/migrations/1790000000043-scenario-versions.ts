import { ColumnMigration } from './column-migration';

/** Counts the changes of a scenario's name and state, so that of two people who change it at once one is told. */
export class ScenarioVersions1790000000043 extends ColumnMigration {
  readonly name = 'ScenarioVersions1790000000043';
  protected readonly column = {
    table: 'scenario',
    name: 'version',
    definition: 'INT UNSIGNED NOT NULL DEFAULT 1',
  };
}
