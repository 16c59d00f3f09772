import { Workbook, type Cell, type Worksheet } from 'exceljs';
import { isFigure } from '#modules/report-layout';
import type { ReportUnit } from '#modules/reporting';
import { neutralised } from '#platform';
import { sourceWords, type View, type ViewCell, type ViewTable } from '../view';
import { headingOf, inUnit } from './csv-file';

/** What stands where there is no figure, as the government's guidance on spreadsheets has it. */
const NO_FIGURE = '[x]';
const FONT = { name: 'Arial', size: 12 } as const;
const TITLE_FONT = { ...FONT, size: 15, bold: true } as const;
const LINK_FONT = { ...FONT, color: { argb: 'FF005EB8' }, underline: true } as const;
const LONGEST_SHEET_NAME = 31;
const WIDEST = 60;
const NARROWEST = 14;

const FORMATS: Readonly<Partial<Record<ReportUnit, string>>> = {
  headcount: '#,##0',
  fte: '#,##0.0',
  share: '0.0%',
  points: '0.0',
  ratio: '0.00',
  pounds: '"£"#,##0',
};

/** A table on its sheet. */
interface TableSheet {
  readonly table: ViewTable;
  readonly sheetName: string;
}

/** Names of sheets are unique, of letters, digits and underscores, and no longer than Excel takes. */
function namedSheets(tables: readonly ViewTable[]): readonly TableSheet[] {
  const taken = new Set(['cover_sheet', 'contents', 'notes']);
  return tables.map((table) => {
    const base = table.key
      .replace(/[^A-Za-z0-9]+/g, '_')
      .slice(0, LONGEST_SHEET_NAME - 3)
      .replace(/^_+|_+$/g, '');
    let name = base;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${base}_${count}`;
    taken.add(name.toLowerCase());
    return { table, sheetName: name };
  });
}

function line(sheet: Worksheet, text: string): void {
  const row = sheet.addRow([neutralised(text)]);
  row.font = FONT;
  row.alignment = { wrapText: true, vertical: 'top' };
}

function heading(sheet: Worksheet, text: string): void {
  sheet.addRow([neutralised(text)]).font = TITLE_FONT;
}

/** A sheet of text in its first column. */
function textSheet(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.addWorksheet(name);
  sheet.getColumn(1).width = 100;
  return sheet;
}

function writeCover(workbook: Workbook, view: View, sheets: readonly TableSheet[]): void {
  const { source } = view;
  const sheet = textSheet(workbook, 'Cover_sheet');
  heading(sheet, view.title);
  line(sheet, `Source: ${sourceWords(source)}.`);
  if (source.calculatedAt !== null) line(sheet, `Calculated: ${source.calculatedAt}.`);
  if (source.run !== null) line(sheet, `Run: ${source.run}.`);
  if (source.engineVersion !== null) line(sheet, `Engine: ${source.engineVersion}.`);
  line(sheet, `This workbook has ${sheets.length === 1 ? 'one table' : `${sheets.length} tables`}.`);
  line(sheet, 'The worksheet Contents lists them. The worksheet Notes says what to know about the figures.');
  line(sheet, 'Each table has a worksheet of its own, with one row of headings.');
}

function tableIn(
  sheet: Worksheet,
  name: string,
  headings: readonly string[],
  rows: readonly unknown[][],
): void {
  const at = sheet.rowCount + 1;
  sheet.addTable({
    name,
    ref: `A${at}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: headings.map((each) => ({ name: each, filterButton: false })),
    rows: rows.map((row) => [...row]),
  });
  const head = sheet.getRow(at);
  head.font = { ...FONT, bold: true };
  head.alignment = { wrapText: true, vertical: 'bottom' };
}

function writeContents(workbook: Workbook, sheets: readonly TableSheet[]): void {
  const sheet = textSheet(workbook, 'Contents');
  heading(sheet, 'Contents');
  line(sheet, 'This worksheet has one table: the worksheets of this workbook and what they show.');
  const rows = [
    ['Notes', 'Notes: what to know about the figures'],
    ...sheets.map(({ table, sheetName }) => [sheetName, neutralised(table.title)]),
  ];
  tableIn(sheet, 'Contents_table', ['Worksheet', 'What it shows'], rows);
  rows.forEach(([name = ''], index) => {
    const cell = sheet.getCell(sheet.rowCount - rows.length + 1 + index, 1);
    cell.value = { text: name, hyperlink: `#'${name}'!A1` };
    cell.font = LINK_FONT;
    sheet.getCell(sheet.rowCount - rows.length + 1 + index, 2).font = FONT;
  });
  sheet.getColumn(1).width = 34;
  sheet.getColumn(2).width = 90;
}

const STANDING_NOTES = [
  `${NO_FIGURE} means that there is no figure.`,
  'WTE is whole-time equivalent. A financial year such as 2026/27 runs from 1 April to 31 March.',
  'Figures have all their digits; the formats of the cells round them for reading.',
];

function writeNotes(workbook: Workbook, view: View): void {
  const sheet = textSheet(workbook, 'Notes');
  heading(sheet, 'Notes');
  line(sheet, 'This worksheet has one table.');
  const notes = [...STANDING_NOTES, ...view.notes];
  tableIn(
    sheet,
    'Notes_table',
    ['Number', 'Note'],
    notes.map((note, index) => [`Note ${index + 1}`, neutralised(note)]),
  );
  sheet.getColumn(1).width = NARROWEST;
  sheet.getColumn(2).width = 110;
  for (let row = 4; row <= sheet.rowCount; row += 1) {
    sheet.getRow(row).font = FONT;
    sheet.getRow(row).alignment = { wrapText: true, vertical: 'top' };
  }
}

/** Headings are unique in a table. */
function uniqueHeadings({ columns }: ViewTable): readonly string[] {
  const seen = new Map<string, number>();
  return columns.map((column) => {
    const text = neutralised(headingOf(column)) || column.key;
    const count = (seen.get(text.toLowerCase()) ?? 0) + 1;
    seen.set(text.toLowerCase(), count);
    return count === 1 ? text : `${text} (${count})`;
  });
}

/** Shares stay fractions, which Excel shows as percentages: they can be calculated with. */
function stored(cell: ViewCell): string | number {
  if (cell.value === null || cell.value === '') return NO_FIGURE;
  if (cell.unit === 'share' && typeof cell.value === 'number') return cell.value;
  const value = inUnit(cell) ?? NO_FIGURE;
  return typeof value === 'string' ? neutralised(value) : value;
}

function dress(cell: Cell, unit: ReportUnit): void {
  cell.font = FONT;
  const isNumber = typeof cell.value === 'number';
  const format = FORMATS[unit];
  if (isNumber && format !== undefined) cell.numFmt = format;
  cell.alignment = { horizontal: isFigure({ unit }) ? 'right' : 'left', wrapText: true, vertical: 'top' };
}

function widthOf({ columns, rows }: ViewTable, index: number, headings: readonly string[]): number {
  const isText = columns[index]?.unit === 'text';
  const longest = rows.reduce((most, row) => {
    const value = row[index]?.value ?? '';
    return typeof value === 'string' ? Math.max(most, value.length) : most;
  }, 0);
  const ofHeading = Math.min(headings[index]?.length ?? 0, 24);
  return Math.min(WIDEST, Math.max(NARROWEST, ofHeading + 2, isText ? longest + 2 : 0));
}

function writeTable(workbook: Workbook, view: View, { table, sheetName }: TableSheet): void {
  const sheet = workbook.addWorksheet(sheetName);
  heading(sheet, table.title);
  for (const text of ['This worksheet has one table.', `Source: ${sourceWords(view.source)}.`]) {
    sheet.addRow([neutralised(text)]).font = FONT;
  }
  const headings = uniqueHeadings(table);
  const first = sheet.rowCount + 2;
  tableIn(
    sheet,
    `Table_${sheetName}`,
    headings,
    table.rows.map((row) => row.map(stored)),
  );
  table.rows.forEach((row, index) => {
    row.forEach(({ unit }, column) => dress(sheet.getCell(first + index, column + 1), unit));
  });
  headings.forEach((_, index) => {
    sheet.getColumn(index + 1).width = widthOf(table, index, headings);
  });
}

/**
 * A view as a workbook that meets the government's guidance on accessible spreadsheets: a cover sheet,
 * contents and notes; one table on a sheet, marked as a table, with one row of headings; no merged, hidden or
 * empty cells; sheets and tables with names that say what they hold. Tables without rows are left out.
 */
export async function workbookOf(view: View): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Wholetime';
  workbook.title = view.title;
  workbook.subject = sourceWords(view.source);
  const sheets = namedSheets(view.tables.filter(({ rows }) => rows.length > 0));
  writeCover(workbook, view, sheets);
  writeContents(workbook, sheets);
  writeNotes(workbook, view);
  for (const sheet of sheets) writeTable(workbook, view, sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
