import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { projectRoot } from '#platform';

/** A row of a reference table, by column name; an empty field is an empty text. */
export type ReferenceRow<Column extends string> = Readonly<Record<Column, string>>;

/**
 * Reads a table of `config/reference`.
 *
 * @param path below `config/reference`, for instance `organisations/organisations.csv`
 * @param columns the columns that the caller needs
 * @throws Error when the file lacks one of them
 */
export function readReferenceTable<Column extends string>(
  path: string,
  columns: readonly Column[],
): readonly ReferenceRow<Column>[] {
  const content = readFileSync(join(projectRoot(__dirname), 'config', 'reference', path));
  const rows: ReferenceRow<Column>[] = parse(content, { columns: true, bom: true });
  const missing = columns.filter((column) => rows[0]?.[column] === undefined);
  if (missing.length > 0) {
    throw new Error(`config/reference/${path} lacks the columns ${missing.join(', ')}.`);
  }
  return rows;
}

/** An empty field of a reference table is a missing value. */
export function orNull(field: string): string | null {
  return field === '' ? null : field;
}
