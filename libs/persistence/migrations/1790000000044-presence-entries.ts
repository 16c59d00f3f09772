import { ColumnMigration } from './column-migration';
import { code } from './table-migration';

/** The register entry that someone is in, beside the assumption: `<register>~<entry>`. */
export class PresenceEntries1790000000044 extends ColumnMigration {
  readonly name = 'PresenceEntries1790000000044';
  protected readonly column = {
    table: 'presence',
    name: 'register_entry',
    definition: `${code(160)} NULL`,
  };
}
