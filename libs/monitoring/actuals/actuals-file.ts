import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { csvRowsOf, FaultCollector, plainFileName, quoted, type CsvRow } from '#baselines';
import { REPORTED_LINE_NAMES, type ReportedLine } from '../variance';
import type { MonthFigure } from './actual-figure';
import { readActualValue } from './actual-value';

/** Far more than ten years of every staff group. */
export const LARGEST_ACTUALS_BYTES = 2 * 1024 * 1024;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** What a reader of the file must know. */
export interface ActualsScope {
  /** The leaf staff groups by code and by name in lower case. */
  readonly staffGroups: ReadonlyMap<string, string>;
  /** The month that is running, `YYYY-MM`: nothing is actual after it. */
  readonly today: string;
}

export interface ReadActuals {
  readonly fileName: string;
  readonly sha256: string;
  readonly rowsRead: number;
  readonly figures: readonly MonthFigure[];
}

/**
 * Reads a CSV file of actual figures: a row for each staff group and month with the columns `staff_group`,
 * `month` and any of the reported lines. Pounds and WTE are plain numbers, sickness is per cent with its sign. An
 * empty field says nothing about the figure.
 *
 * @throws InvalidInputError with line and column of each fault; nothing of such a file is used
 */
export async function readActualsFile(
  stream: Readable,
  givenName: string,
  scope: ActualsScope,
): Promise<ReadActuals> {
  const fileName = plainFileName(givenName);
  const faults = new FaultCollector(fileName);
  const content = await readWhole(stream, faults);
  const rows: CsvRow[] = [];
  for await (const row of csvRowsOf(Readable.from([content]), faults)) rows.push(row);
  const [header, ...body] = rows;
  const columns = readHeader(header, faults);
  const reading: Reading = { columns, scope, faults, lineOf: new Map() };
  const figures = body.flatMap((row) => readRow(row, reading));
  if (figures.length === 0 && faults.isEmpty) {
    faults.add({
      rule: 'has-figures',
      message: 'The file holds no figure.',
      fix: `Give a row for each staff group and month, with figures under ${REPORTED_LINE_NAMES.join(', ')}.`,
    });
  }
  faults.throwIfAny();
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { fileName, sha256, rowsRead: body.length, figures };
}

async function readWhole(stream: Readable, faults: FaultCollector): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > LARGEST_ACTUALS_BYTES) {
      faults.fail({
        rule: 'largest-file',
        message: `The file is larger than ${LARGEST_ACTUALS_BYTES / 1024 / 1024} MB.`,
        fix: 'Upload the months of one year at a time.',
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

type Column = 'staff_group' | 'month' | ReportedLine;
const COLUMNS: readonly Column[] = ['staff_group', 'month', ...REPORTED_LINE_NAMES];

/** The columns in the order of the file; upper case, spaces and underscores are all right. */
function readHeader(header: CsvRow | undefined, faults: FaultCollector): readonly Column[] {
  const names = (header?.fields ?? []).map((field) =>
    field
      .trim()
      .toLowerCase()
      .replace(/[\s_]+/g, '-'),
  );
  const columns = names.map((name) => COLUMNS.find((column) => column.replace('_', '-') === name));
  columns.forEach((column, place) => {
    if (column !== undefined && columns.indexOf(column) === place) return;
    faults.add({
      line: 1,
      column: header?.fields[place] ?? '',
      rule: column === undefined ? 'known-column' : 'one-column',
      message:
        column === undefined
          ? `There is no line ${quoted(header?.fields[place] ?? '')}.`
          : `The column ${column} is there twice.`,
      fix: `Use ${COLUMNS.join(', ')}, each once.`,
    });
  });
  for (const column of ['staff_group', 'month'] as const) {
    if (columns.includes(column)) continue;
    faults.fail({
      line: 1,
      column,
      rule: 'has-column',
      message: `The column ${column} is missing.`,
      fix: 'Begin the file with a row of column names.',
    });
  }
  faults.throwIfAny();
  return columns as readonly Column[];
}

interface Reading {
  readonly columns: readonly Column[];
  readonly scope: ActualsScope;
  readonly faults: FaultCollector;
  /** The line on which each staff group and month was first. */
  readonly lineOf: Map<string, number>;
}

function readRow({ line, fields }: CsvRow, reading: Reading): readonly MonthFigure[] {
  const { columns, faults } = reading;
  const field = (column: Column): string => fields[columns.indexOf(column)]?.trim() ?? '';
  const staffGroup = readStaffGroup(line, field('staff_group'), reading);
  const month = readMonth(line, field('month'), reading);
  refuseRepeated(line, `${staffGroup}|${month}`, reading);
  return REPORTED_LINE_NAMES.flatMap((name): readonly MonthFigure[] => {
    const text = columns.includes(name) ? field(name) : '';
    if (text === '') return [];
    const value = readActualValue(name, text);
    if (typeof value === 'number') return [{ staffGroup, month, line: name, units: value }];
    faults.add({ line, column: name, ...value });
    return [];
  });
}

function readStaffGroup(line: number, text: string, { scope, faults }: Reading): string {
  const staffGroup = scope.staffGroups.get(text.toLowerCase());
  if (staffGroup !== undefined) return staffGroup;
  faults.add({
    line,
    column: 'staff_group',
    rule: 'known-staff-group',
    message: `There is no staff group ${quoted(text)} to plan for.`,
    fix: 'Use the code or the name of a staff group as the plan shows it.',
  });
  return text;
}

function readMonth(line: number, text: string, { scope, faults }: Reading): string {
  if (MONTH.test(text) && text <= scope.today) return text;
  faults.add({
    line,
    column: 'month',
    rule: 'is-past-month',
    message: `${quoted(text)} is not a month up to ${scope.today}.`,
    fix: 'Write the month as YYYY-MM; what is expected belongs in a reforecast.',
  });
  return text;
}

function refuseRepeated(line: number, key: string, { lineOf, faults }: Reading): void {
  const earlier = lineOf.get(key);
  if (earlier === undefined) {
    lineOf.set(key, line);
    return;
  }
  faults.add({
    line,
    rule: 'one-row',
    message: `Line ${earlier} is about the same staff group and month.`,
    fix: 'Give each staff group and month one row.',
  });
}
