import { quoted, type FaultCollector } from '../../imports/import-fault';
import type { EsrColumn, EsrField } from '../reference/esr-columns';
import { normalised } from '../reference/value-patterns';
import { nearestName } from './nearest-name';

/** The files of one import. */
export const ESR_FILE_ROLES = ['extract', 'earlier', 'starters', 'leavers'] as const;
export type EsrFileRole = (typeof ESR_FILE_ROLES)[number];

/** How a column was found. */
export interface FoundColumn {
  readonly field: EsrField;
  readonly header: string;
  readonly found: 'saved-mapping' | 'name' | 'alias';
}

/** What the header of a file was read as. */
export interface ReadHeader {
  readonly columns: readonly FoundColumn[];
  readonly positions: ReadonlyMap<EsrField, number>;
  /** Names of personal columns: they are dropped as they are read. */
  readonly personal: readonly string[];
  /** Headers that nothing is read from, each with the column it may be meant for. */
  readonly notUsed: readonly { readonly header: string; readonly looksLike: string | null }[];
}

const NEEDED: Readonly<Record<EsrFileRole, readonly EsrField[]>> = {
  extract: ['assignment-category', 'assignment-status', 'occupation-code', 'pay-grade', 'fte'],
  earlier: ['assignment-category', 'assignment-status', 'occupation-code', 'pay-grade', 'fte'],
  starters: ['latest-start-date'],
  leavers: ['termination-date'],
};
/** A first line with fewer known names is not a header; it may hold people, so that it is not quoted. */
const FEWEST_KNOWN = 2;

interface Candidate extends FoundColumn {
  readonly position: number;
}

/**
 * Finds the columns of a file by the saved mapping of the organisation, else by name, else by alias.
 *
 * @param saved header by field
 * @throws InvalidInputError naming each needed column that is missing, misspelt or there twice
 */
export function readHeader(
  header: readonly string[],
  role: EsrFileRole,
  columns: readonly EsrColumn[],
  saved: Readonly<Partial<Record<EsrField, string>>>,
  faults: FaultCollector,
): ReadHeader {
  const names = header.map(normalised);
  const candidates = columns.flatMap((column) => findColumn(column, names, header, saved));
  if (candidates.length < FEWEST_KNOWN) {
    faults.fail({
      line: 1,
      rule: 'known-layout',
      message: 'The first line is not the header of an ESR extract: it has none of its columns.',
      fix: 'Export with column names in the first line; the names that are known are in docs/esr-import.md.',
    });
  }
  const unknown = header.filter((_, index) => !isTaken(index, names, columns, candidates));
  addFaults(role, { columns, candidates, names, unknown, saved }, faults);
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

function findColumn(
  column: EsrColumn,
  names: readonly string[],
  header: readonly string[],
  saved: Readonly<Partial<Record<EsrField, string>>>,
): Candidate[] {
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

const isPersonal = (name: string, columns: readonly EsrColumn[]): boolean =>
  columns.some(
    ({ use, name: own, aliases }) =>
      (use === 'personal' || use === 'personal-used') &&
      [own, ...aliases].some((text) => normalised(text) === name),
  );

/** Whether a column is read, or known and passed over (a second name of a column that is read). */
function isTaken(
  index: number,
  names: readonly string[],
  columns: readonly EsrColumn[],
  candidates: readonly Candidate[],
): boolean {
  const name = names[index] ?? '';
  return (
    candidates.some(({ position }) => position === index) ||
    columns.some((column) => [column.name, ...column.aliases].some((text) => normalised(text) === name))
  );
}

interface HeaderState {
  readonly columns: readonly EsrColumn[];
  readonly candidates: readonly Candidate[];
  readonly names: readonly string[];
  readonly unknown: readonly string[];
  readonly saved: Readonly<Partial<Record<EsrField, string>>>;
}

function addFaults(role: EsrFileRole, state: HeaderState, faults: FaultCollector): void {
  const found = new Set(state.candidates.map(({ field }) => field));
  for (const field of NEEDED[role].filter((needed) => !found.has(needed))) addMissing(field, state, faults);
  if (!found.has('employee-number') && !found.has('assignment-number')) {
    addMissing('employee-number', state, faults);
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

function addMissing(field: EsrField, state: HeaderState, faults: FaultCollector): void {
  const column = state.columns.find((one) => one.field === field);
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
