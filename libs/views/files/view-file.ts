import { InvalidInputError } from '#platform';
import type { View } from '../view';
import { csvOf } from './csv-file';
import { jsonOf } from './json-file';
import { writeViewWorkbook } from './write-workbook';

/** The formats that every view comes in. */
export const VIEW_FORMATS = ['csv', 'json', 'xlsx'] as const;
export type ViewFormat = (typeof VIEW_FORMATS)[number];

const MEDIA_TYPES: Readonly<Record<ViewFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A view as a file. */
export interface ViewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/**
 * One table of a view; all of it where none is named.
 *
 * @throws InvalidInputError naming the tables that there are
 */
export function narrowed(view: View, table: string | undefined): View {
  if (table === undefined) return view;
  const tables = view.tables.filter(({ key }) => key === table);
  if (tables.length > 0) return { ...view, tables };
  throw new InvalidInputError([
    {
      pointer: 'table',
      rule: 'known-table',
      message: 'The view has no such table.',
      fix: `Name one of: ${view.tables.map(({ key }) => key).join(', ')}.`,
    },
  ]);
}

async function contentOf(view: View, format: ViewFormat): Promise<Uint8Array> {
  if (format === 'xlsx') return writeViewWorkbook(view);
  return Buffer.from(format === 'csv' ? csvOf(view) : jsonOf(view), 'utf8');
}

function nameOf({ key, source, tables }: View, format: ViewFormat): string {
  const parts = [
    source.organisation?.code ?? 'wholetime',
    key,
    ...(tables.length === 1 ? [tables[0]?.key ?? ''] : []),
  ];
  const words = parts.map((part) => part.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
  return `${[...new Set(words)].join('-')}.${format}`;
}

/** Writes a view in a format; each is made from the same description. */
export async function viewFile(view: View, format: ViewFormat): Promise<ViewFile> {
  return {
    name: nameOf(view, format),
    mediaType: MEDIA_TYPES[format],
    content: await contentOf(view, format),
  };
}
