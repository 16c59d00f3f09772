import type { Readable } from 'node:stream';
import type { CsvRow } from '../imports/csv-rows';
import { FaultCollector } from '../imports/import-fault';
import { plainFileName } from '../imports/plain-file-name';
import type { EsrFileReport } from './esr-report';
import { Extract } from './extract/extract';
import { Pseudonyms } from './extract/pseudonyms';
import { AssignmentReader } from './reading/assignment.reader';
import { readHeader } from '../reading/read-header';
import { layoutOf, type EsrFileRole, type ReadEsrHeader } from './reading/column-positions';
import { IssueTally } from './reading/issues';
import { openRows } from '../reading/open-rows';
import { PeopleListReader, leaverFacts, type Period } from './reading/people-list.reader';
import type { ReadingTables } from './reading/reading-tables';
import { RowValues } from './reading/row-values';
import type { EsrReference } from './reference/esr-reference';
import type { EsrMapping } from './store/esr-mapping';

/** A file of an import, as it arrives. */
export interface EsrFile {
  readonly role: EsrFileRole;
  readonly fileName: string;
  readonly stream: Readable;
}

/** The days of an import; both extracts stand at the end of their day. */
export interface EsrDays {
  readonly asAt: string;
  readonly earlierAsAt: string | null;
}

export interface EsrReadingContext {
  readonly days: EsrDays;
  readonly tables: ReadingTables;
  readonly reference: EsrReference;
  readonly mapping: EsrMapping;
  /** Told the rows read of a file, now and then. */
  readonly onProgress: (role: EsrFileRole, rowsRead: number) => void;
}

const ROWS_PER_REPORT = 5_000;
/** Rows read between two turns of the event loop, so that the process goes on answering. */
const ROWS_PER_TURN = 1_000;

/** The files of one import, read one after another; holds aggregates and pseudonyms only. */
export class EsrReading {
  readonly files: EsrFileReport[] = [];
  readonly extracts = new Map<EsrFileRole, Extract>();
  readonly lists = new Map<EsrFileRole, PeopleListReader>();
  private readonly pseudonyms = new Pseudonyms();

  constructor(private readonly context: EsrReadingContext) {}

  /** @throws InvalidInputError with the faults of the file */
  async read({ role, fileName: name, stream }: EsrFile): Promise<void> {
    const fileName = plainFileName(name);
    const faults = new FaultCollector(fileName);
    const source = await openRows(stream, faults);
    const first = await source.rows.next();
    const { reference, mapping } = this.context;
    const fields = first.done === true ? [] : first.value.fields;
    const header = readHeader(fields, layoutOf(role, reference.columns), mapping.columns, faults);
    const readRow = this.rowReader(role, header, faults);
    let rowsRead = 0;
    for await (const row of source.rows) {
      rowsRead += 1;
      readRow(row);
      if (rowsRead % ROWS_PER_REPORT === 0) this.context.onProgress(role, rowsRead);
      if (rowsRead % ROWS_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    if (rowsRead === 0) {
      faults.fail({ rule: 'has-rows', message: 'The file has a header only.', fix: 'Export it again.' });
    }
    faults.throwIfAny();
    this.context.onProgress(role, rowsRead);
    const { columns, personal, notUsed } = header;
    this.files.push({
      role,
      fileName,
      format: source.format,
      ...source.bytesRead(),
      rowsRead,
      columns,
      personalColumns: personal,
      columnsNotUsed: notUsed,
    });
  }

  private rowReader(role: EsrFileRole, header: ReadEsrHeader, faults: FaultCollector): (row: CsvRow) => void {
    return role === 'extract' || role === 'earlier'
      ? this.extractReader(role, header, faults)
      : this.listReader(role, header, faults);
  }

  private extractReader(
    role: 'extract' | 'earlier',
    { positions, columns }: ReadEsrHeader,
    faults: FaultCollector,
  ): (row: CsvRow) => void {
    const { days, tables, reference } = this.context;
    const asAt = role === 'extract' ? days.asAt : (days.earlierAsAt ?? days.asAt);
    const extract = new Extract(asAt, reference.rules);
    const { issues, unmapped } = extract;
    const values = new RowValues(positions, columns, faults, issues);
    const { pseudonyms } = this;
    const reader = new AssignmentReader({ asAt, tables, values, issues, unmapped, pseudonyms });
    this.extracts.set(role, extract);
    return (row) => {
      const assignment = reader.read(row);
      if (assignment === null) return;
      extract.add(assignment);
      if (reader.hasEnded(assignment)) {
        extract.leavers.set(assignment.person, leaverFacts(row, values, tables));
      }
    };
  }

  private listReader(
    role: 'starters' | 'leavers',
    { positions, columns }: ReadEsrHeader,
    faults: FaultCollector,
  ): (row: CsvRow) => void {
    const reader = new PeopleListReader({
      values: new RowValues(positions, columns, faults, new IssueTally()),
      tables: this.context.tables,
      pseudonyms: this.pseudonyms,
      dayField: role === 'starters' ? 'latest-start-date' : 'termination-date',
      period: periodOf(role, this.context.days),
    });
    this.lists.set(role, reader);
    return (row) => reader.read(row);
  }
}

/**
 * Starters began after the earlier extract, up to the day of the later. Who ends on the day of an extract
 * is still in it: leavers ended from the day of the earlier one to the day before the later.
 */
function periodOf(role: 'starters' | 'leavers', { asAt, earlierAsAt }: EsrDays): Period {
  const from = earlierAsAt ?? asAt;
  return role === 'starters'
    ? { first: shiftDay(from, 1), last: asAt }
    : { first: from, last: shiftDay(asAt, -1) };
}

const DAY_MILLISECONDS = 86_400_000;

function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10);
}
