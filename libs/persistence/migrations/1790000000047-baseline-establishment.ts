import { ColumnMigration } from './column-migration';

/** Funded posts of a staff group at the baseline, where a ledger gives them. */
export class BaselineEstablishment1790000000047 extends ColumnMigration {
  readonly name = 'BaselineEstablishment1790000000047';
  protected readonly column = {
    table: 'baseline_cell',
    name: 'establishment',
    definition: 'DECIMAL(18,6) NULL',
  };
}
