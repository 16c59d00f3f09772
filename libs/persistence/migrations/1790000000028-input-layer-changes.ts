import { ColumnMigration } from './column-migration';
import { INSTANT } from './table-migration';

/** When a layer of inputs was last changed: since when what reads it waits. */
export class InputLayerChanges1790000000028 extends ColumnMigration {
  readonly name = 'InputLayerChanges1790000000028';
  protected readonly column = { table: 'input_layer', name: 'changed_at', definition: `${INSTANT} NULL` };
}
