import { ColumnMigration } from './column-migration';

/** Counts the steps of a system plan, so that two people who act at once cannot both win. */
export class PlanRevisions1790000000032 extends ColumnMigration {
  readonly name = 'PlanRevisions1790000000032';
  protected readonly column = {
    table: 'system_plan',
    name: 'revision',
    definition: 'INT UNSIGNED NOT NULL DEFAULT 0',
  };
}
