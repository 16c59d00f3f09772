import { quoted, type FaultCollector } from '../imports/import-fault';
import { nearestName } from './nearest-name';
import { normalised } from './value-patterns';

/** What is made of a column. Personal columns are dropped as they are read. */
export const COLUMN_USES = [
  'key',
  'required',
  'optional',
  'compared',
  'personal-used',
  'personal',
  'ignored',
] as const;
export type ColumnUse = (typeof COLUMN_USES)[number];

/** A column of a kind of file, and the names it goes by. */
export interface LayoutColumn<Field extends string> {
  readonly field: Field;
  readonly name: string;
  readonly use: ColumnUse;
  readonly aliases: readonly string[];
}

/** The columns of a kind of file. */
export interface FileLayout<Field extends string> {
  /** What the file is, with its article: `an ESR extract`. */
  readonly what: string;
  /** Where its columns are listed, `docs/…`. */
  readonly documentation: string;
  readonly columns: readonly LayoutColumn<Field>[];
  /** One column of each list must be there; where none is, the first is named. */
  readonly needed: readonly (readonly [Field, ...Field[]])[];
}

/** How a column was found. */
export interface FoundColumn<Field extends string> {
  readonly field: Field;
  readonly header: string;
  readonly found: 'saved-mapping' | 'name' | 'alias';
}

/** What the header of a file was read as. */
export interface ReadHeader<Field extends string> {
  readonly columns: readonly FoundColumn<Field>[];
  readonly positions: ReadonlyMap<Field, number>;
  /** Names of personal columns: they are dropped as they are read. */
  readonly personal: readonly string[];
  /** Headers that nothing is read from, each with the column it may be meant for. */
  readonly notUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
}

/** Headers by the field that the organisation reads from them. */
export type SavedColumns<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/** A first line with fewer known names is not a header; it may hold people, so that it is not quoted. */
const FEWEST_KNOWN = 2;

interface Candidate<Field extends string> extends FoundColumn<Field> {
  readonly position: number;
}

/**
 * Finds the columns of a file by the saved mapping of the organisation, else by name, else by alias.
 *
 * @throws InvalidInputError naming each needed column that is missing, misspelt or there twice
 */
export function readHeader<Field extends string>(
  header: readonly string[],
  layout: FileLayout<Field>,
  saved: SavedColumns<Field>,
  faults: FaultCollector,
): ReadHeader<Field> {
  const { columns } = layout;
  const names = header.map(normalised);
  const candidates = columns.flatMap((column) => findColumn(column, names, header, saved));
  if (candidates.length < FEWEST_KNOWN) {
    faults.fail({
      line: 1,
      rule: 'known-layout',
      message: `The first line is not the header of ${layout.what}: it has none of its columns.`,
      fix: `Export with column names in the first line; the names that are known are in ${layout.documentation}.`,
    });
  }
  const unknown = header.filter((_, index) => !isTaken(index, names, columns, candidates));
  addFaults(layout, { candidates, names, unknown, saved }, faults);
  faults.throwIfAny();
  const known = columns.map(({ name }) => name);
  return {
    columns: candidates.map(({ field, header: text, found }) => ({ field, header: text, found })),
    positions: new Map(candidates.map(({ field, position }) => [field, position])),
    personal: header.filter((_, index) => isPersonal(names[index] ?? '', columns)),
    notUsed: unknown
      .filter((text) => text.trim() !== '')
      .map((text) => ({ header: text, looksLike: nearestName(text, known) })),
  };
}

function findColumn<Field extends string>(
  column: LayoutColumn<Field>,
  names: readonly string[],
  header: readonly string[],
  saved: SavedColumns<Field>,
): Candidate<Field>[] {
  const { field, use } = column;
  if (use === 'personal') return [];
  const chosen = saved[field];
  const ways =
    chosen === undefined
      ? [
          { text: column.name, found: 'name' as const },
          ...column.aliases.map((text) => ({ text, found: 'alias' as const })),
        ]
      : [{ text: chosen, found: 'saved-mapping' as const }];
  for (const { text, found } of ways) {
    const position = names.indexOf(normalised(text));
    if (position !== -1) return [{ field, header: (header[position] ?? '').trim(), found, position }];
  }
  return [];
}

const goesBy = (name: string, { name: own, aliases }: LayoutColumn<string>): boolean =>
  [own, ...aliases].some((text) => normalised(text) === name);

const isPersonal = (name: string, columns: readonly LayoutColumn<string>[]): boolean =>
  columns.some(
    (column) => (column.use === 'personal' || column.use === 'personal-used') && goesBy(name, column),
  );

/** Whether a column is read, or known and passed over (a second name of a column that is read). */
function isTaken(
  index: number,
  names: readonly string[],
  columns: readonly LayoutColumn<string>[],
  candidates: readonly Candidate<string>[],
): boolean {
  const name = names[index] ?? '';
  return (
    candidates.some(({ position }) => position === index) || columns.some((column) => goesBy(name, column))
  );
}

interface HeaderState<Field extends string> {
  readonly candidates: readonly Candidate<Field>[];
  readonly names: readonly string[];
  readonly unknown: readonly string[];
  readonly saved: SavedColumns<Field>;
}

function addFaults<Field extends string>(
  layout: FileLayout<Field>,
  state: HeaderState<Field>,
  faults: FaultCollector,
): void {
  const found = new Set(state.candidates.map(({ field }) => field));
  for (const fields of layout.needed) {
    if (!fields.some((field) => found.has(field))) addMissing(fields[0], layout, state, faults);
  }
  for (const { header, position } of state.candidates) {
    const name = state.names[position] ?? '';
    if (state.names.indexOf(name) === state.names.lastIndexOf(name)) continue;
    faults.add({
      line: 1,
      column: header,
      rule: 'column-once',
      message: 'The column occurs more than once.',
      fix: 'Keep one of them, or rename the other.',
    });
  }
}

function addMissing<Field extends string>(
  field: Field,
  { columns }: FileLayout<Field>,
  state: HeaderState<Field>,
  faults: FaultCollector,
): void {
  const column = columns.find((one) => one.field === field);
  const name = column?.name ?? field;
  const chosen = state.saved[field];
  const names = [name, ...(column?.aliases ?? [])];
  const near = state.unknown.find((header) => nearestName(header, names) !== null);
  const hint =
    near === undefined
      ? `Add the column to the export (it may also be called ${(column?.aliases ?? []).map(quoted).join(', ')}), or save a column mapping.`
      : `${quoted(near)} looks like it: rename it to ${name}, or save it in the column mapping.`;
  faults.add({
    line: 1,
    column: name,
    rule: 'has-column',
    message:
      chosen === undefined
        ? 'The column is missing.'
        : `The saved column mapping reads it from ${quoted(chosen)}, which is missing.`,
    fix: hint,
  });
}
