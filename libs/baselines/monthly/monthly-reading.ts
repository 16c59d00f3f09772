import type { Readable } from 'node:stream';
import { FaultCollector } from '../imports/import-fault';
import { plainFileName } from '../imports/plain-file-name';
import { LedgerReader } from '../ledger/ledger.reader';
import { ledgerLayout } from '../ledger/ledger-layout';
import { openRows } from '../reading/open-rows';
import { readHeader, type FileLayout } from '../reading/read-header';
import { RosterReader } from '../roster/roster.reader';
import { rosterLayout } from '../roster/roster-layout';
import type { CsvRow } from '../imports/csv-rows';
import { MonthlyContent } from './monthly-content';
import type { MonthlyFileKind } from './monthly-file';
import type { MonthlyFileRead } from './monthly-report';
import type { MonthlyTables } from './monthly-tables';
import { RowFields } from './row-fields';
import type { MonthlyMapping } from './store/monthly-mapping';

/** A ledger or roster as it arrives. */
export interface MonthlyFile {
  readonly fileName: string;
  readonly stream: Readable;
}

/** What a file is read by. */
export interface MonthlyReadingContext {
  readonly kind: MonthlyFileKind;
  readonly tables: MonthlyTables;
  readonly mapping: MonthlyMapping;
  /** Told the rows read, now and then. */
  readonly onProgress: (rowsRead: number) => void;
}

const ROWS_PER_REPORT = 5_000;
/** Rows read between two turns of the event loop, so that the process goes on answering. */
const ROWS_PER_TURN = 1_000;

/** The layout of a kind of file. */
export function layoutOfKind(kind: MonthlyFileKind): FileLayout<string> {
  return kind === 'ledger' ? ledgerLayout() : rosterLayout();
}

/**
 * Reads a ledger or roster row by row; nothing of it is kept on disk, and memory holds its cells only.
 *
 * @throws InvalidInputError with the faults of the file
 */
export async function readMonthlyFile(
  { fileName: name, stream }: MonthlyFile,
  context: MonthlyReadingContext,
): Promise<{ readonly content: MonthlyContent; readonly file: MonthlyFileRead }> {
  const fileName = plainFileName(name);
  const faults = new FaultCollector(fileName);
  const source = await openRows(stream, faults);
  const first = await source.rows.next();
  const content = new MonthlyContent(context.tables, faults);
  const { header, read } = rowReader(first.done === true ? [] : first.value.fields, content, context, faults);
  let rowsRead = 0;
  for await (const row of source.rows) {
    rowsRead += 1;
    read(row);
    if (rowsRead % ROWS_PER_REPORT === 0) context.onProgress(rowsRead);
    if (rowsRead % ROWS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  if (content.cells.size === 0 && content.leftOut.rows === 0 && faults.isEmpty) {
    faults.fail({
      rule: 'has-figures',
      message: 'The file holds no figure.',
      fix: 'Export it again, with the months that are closed.',
    });
  }
  faults.throwIfAny();
  context.onProgress(rowsRead);
  const { columns, personal: personalColumns, notUsed: columnsNotUsed } = header;
  return {
    content,
    file: {
      fileName,
      format: source.format,
      ...source.bytesRead(),
      rowsRead,
      columns,
      personalColumns,
      columnsNotUsed,
    },
  };
}

function rowReader(
  fields: readonly string[],
  content: MonthlyContent,
  { kind, mapping }: MonthlyReadingContext,
  faults: FaultCollector,
) {
  if (kind === 'ledger') {
    const header = readHeader(fields, ledgerLayout(), mapping.columns, faults);
    const reader = new LedgerReader(new RowFields(header, faults), content);
    return { header, read: (row: CsvRow) => reader.read(row) };
  }
  const header = readHeader(fields, rosterLayout(), mapping.columns, faults);
  const reader = new RosterReader(new RowFields(header, faults), content);
  return { header, read: (row: CsvRow) => reader.read(row) };
}
