import type { View } from '../view';

/** A view as JSON: with its source and notes, each row by the keys of its columns, shares as fractions. */
export function jsonOf({ title, source, notes, tables }: View): string {
  const content = {
    title,
    source,
    notes,
    tables: tables.map(({ key, title: name, columns, rows }) => ({
      key,
      title: name,
      columns: columns.map(({ key: column, label, unit }) => ({ key: column, label, unit })),
      rows: rows.map((row) =>
        Object.fromEntries(row.map(({ value }, index) => [columns[index]?.key ?? String(index), value])),
      ),
    })),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
