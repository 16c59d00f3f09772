import { readTextFor, type ParameterDefinition } from '#modules/registry';
import type { AssumptionCell } from '../cell';
import type { ModuleGrid } from '../module-grid';
import {
  cellAddress,
  type DownloadedCell,
  type FoundCell,
  type FoundRow,
  type FoundWorkbook,
} from './workbook-layout';

/** One cell that was changed in a workbook, against what is stored now. */
export interface WorkbookChange {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
  /** Where it stands in the workbook, for instance `E5`. */
  readonly address: string;
  /** The number entered; null where the cell was emptied (back to the inherited value) or can't be read. */
  readonly value: number | null;
  /** What can't be read as a number or a choice; null else. */
  readonly unreadable: string | null;
  /** The value in force now. */
  readonly now: number | null;
  /** True where someone changed the cell after the workbook was downloaded. */
  readonly changedSince: boolean;
}

/** What an upload would change; nothing is saved by finding out. */
export interface WorkbookDifference {
  readonly changes: readonly WorkbookChange[];
  readonly unchanged: number;
  /** Rows whose key is not of this module: they are left out. */
  readonly unknownRows: readonly number[];
}

/** Excel and the database both keep fewer digits than this tells apart. */
const SAME_WITHIN = 5e-9;

function isSame(left: number | null, right: number | null): boolean {
  return left === null || right === null ? left === right : Math.abs(left - right) <= SAME_WITHIN;
}

interface ReadCell {
  readonly value: number | null;
  readonly unreadable: string | null;
}

/** A text is read as the grid reads it: without a sign it stands in the unit shown. A number is what the cell holds. */
function readCell(found: FoundCell, parameter: ParameterDefinition): ReadCell {
  if (found.kind === 'blank') return { value: null, unreadable: null };
  if (found.kind === 'number') return { value: found.value, unreadable: null };
  const read = readTextFor(found.text, parameter);
  if (read.kind === 'blank') return { value: null, unreadable: null };
  return read.kind === 'number'
    ? { value: read.value, unreadable: null }
    : { value: null, unreadable: found.text };
}

interface KnownRow {
  readonly parameter: ParameterDefinition;
  readonly staffGroup: string;
  readonly cells: readonly AssumptionCell[];
}

function knownRows({ grids }: ModuleGrid): ReadonlyMap<string, KnownRow> {
  return new Map(
    grids.flatMap(({ parameter, rows }) =>
      rows.map(({ staffGroup, cells }) => [
        `${parameter.key}|${staffGroup.code}`,
        { parameter, staffGroup: staffGroup.code, cells },
      ]),
    ),
  );
}

/** True where what was read changes the cell: it was touched in the workbook, and doesn't hold that already. */
function isChange(read: ReadCell, downloaded: DownloadedCell, cell: AssumptionCell): boolean {
  if (read.unreadable !== null) return true;
  if (isSame(read.value, downloaded.value)) return false;
  if (read.value === null) return cell.own;
  return !cell.own || !isSame(read.value, cell.value);
}

function changesOfRow(found: FoundRow, known: KnownRow, workbook: FoundWorkbook): readonly WorkbookChange[] {
  const { parameter, staffGroup, cells } = known;
  const held = workbook.downloaded[found.key] ?? [];
  return workbook.subject.years.flatMap((year, index): WorkbookChange[] => {
    const downloaded = held[index] ?? null;
    const cell = cells.find((candidate) => candidate.year === year);
    if (downloaded === null || cell === undefined) return [];
    const read = readCell(found.cells[index] ?? { kind: 'blank' }, parameter);
    if (!isChange(read, downloaded, cell)) return [];
    const place = { parameter: parameter.key, staffGroup, year, address: cellAddress(found.row, index) };
    return [{ ...place, ...read, now: cell.value, changedSince: cell.version !== downloaded.version }];
  });
}

/**
 * What a workbook changes: cells that differ from what was downloaded. A cell that nobody touched in the
 * workbook changes nothing, whatever others have done since.
 */
export function differenceOf(workbook: FoundWorkbook, grid: ModuleGrid): WorkbookDifference {
  const known = knownRows(grid);
  const changes = workbook.rows.flatMap((found) => {
    const row = known.get(found.key);
    return row === undefined ? [] : changesOfRow(found, row, workbook);
  });
  const cells = grid.grids.flatMap(({ rows }) => rows).reduce((sum, row) => sum + row.cells.length, 0);
  const unknownRows = workbook.rows.filter(({ key }) => !known.has(key)).map(({ row }) => row);
  return { changes, unchanged: cells - changes.length, unknownRows };
}
