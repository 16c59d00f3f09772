import { readReferenceTable } from '#organisations';
import { COLUMN_USES, type LayoutColumn } from '../reading/read-header';
import type { MonthlyFileKind } from './monthly-file';

/**
 * The columns of `config/reference/<kind>/columns.csv`.
 *
 * @throws Error when a field or use is not one that the import knows
 */
export function readMonthlyColumns<Field extends string>(
  kind: MonthlyFileKind,
  fields: readonly Field[],
): readonly LayoutColumn<Field>[] {
  const path = `${kind}/columns.csv`;
  return readReferenceTable(path, ['field', 'name', 'use', 'aliases']).map((row) => {
    const field = fields.find((one) => one === row.field);
    const use = COLUMN_USES.find((one) => one === row.use);
    if (field === undefined || use === undefined) {
      throw new Error(
        `config/reference/${path}: ${row.field}, ${row.use} is not a field and use of the file.`,
      );
    }
    return { field, use, name: row.name, aliases: row.aliases.split('|').filter((alias) => alias !== '') };
  });
}
