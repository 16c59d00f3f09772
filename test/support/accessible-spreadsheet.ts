import { Workbook, type Worksheet } from 'exceljs';

/** A table as exceljs reads it back; its types leave these out. */
interface ReadTable {
  readonly table: { readonly name: string; readonly tableRef: string; readonly headerRow: boolean };
}

const RANGE = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/;

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function isBlank(sheet: Worksheet, row: number, column: number): boolean {
  const { value } = sheet.getCell(row, column);
  return value === null || value === '';
}

function tablesOf(sheet: Worksheet): readonly ReadTable[] {
  return sheet.getTables() as unknown as readonly ReadTable[];
}

/** Blank cells of a table, and headings that are not unique. */
function cellFaults(sheet: Worksheet, top: number, bottom: number): readonly string[] {
  const columns = Array.from({ length: sheet.columnCount }, (_, index) => index + 1);
  const rows = Array.from({ length: bottom - top + 1 }, (_, index) => top + index);
  const headings = columns.map((column) => sheet.getCell(top, column).text);
  const blanks = rows.flatMap((row) =>
    columns.filter((column) => isBlank(sheet, row, column)).map((column) => `cell ${row},${column} is blank`),
  );
  return new Set(headings).size === headings.length
    ? blanks
    : [...blanks, 'two columns have the same heading'];
}

/** The rules that a sheet's table breaks: it is all below the title, has unique headings, and no blank cells. */
function tableFaults(sheet: Worksheet, { table }: ReadTable): readonly string[] {
  const [, left = '', top = '', right = '', bottom = ''] = RANGE.exec(table.tableRef) ?? [];
  const isWhole =
    left === 'A' && columnNumber(right) === sheet.columnCount && Number(bottom) === sheet.rowCount;
  const above = Array.from({ length: Number(top) - 1 }, (_, index) => index + 1);
  return [
    ...(table.headerRow ? [] : ['the table has no row of headings']),
    ...(isWhole ? [] : [`the table ${table.tableRef} is not all that stands below its title`]),
    ...cellFaults(sheet, Number(top), Number(bottom)),
    ...above.filter((row) => isBlank(sheet, row, 1)).map((row) => `row ${row} above the table is blank`),
  ];
}

function sheetFaults(sheet: Worksheet): readonly string[] {
  const tables = tablesOf(sheet);
  const faults = tables.flatMap((table) => tableFaults(sheet, table));
  if (sheet.state !== 'visible') faults.push('the sheet is hidden');
  if (sheet.model.merges.length > 0) faults.push('cells are merged');
  if (tables.length > 1 || (tables.length === 0 && sheet.name !== 'Cover_sheet')) {
    faults.push(`the sheet has ${tables.length} tables`);
  }
  if (isBlank(sheet, 1, 1)) faults.push('the sheet does not begin with its title');
  sheet.eachRow((row, number) => {
    if (row.hidden) faults.push(`row ${number} is hidden`);
  });
  if (sheet.columns.some(({ hidden }) => hidden)) faults.push('a column is hidden');
  if (/[^A-Za-z0-9_]/.test(sheet.name))
    faults.push('the name of the sheet has other signs than letters and digits');
  return faults.map((fault) => `${sheet.name}: ${fault}`);
}

/**
 * The rules of the government's guidance on accessible spreadsheets that a workbook breaks: cover, contents,
 * notes; one table on a sheet, marked as one, with headings; nothing merged, hidden or blank.
 */
export function spreadsheetFaults(workbook: Workbook): readonly string[] {
  const names = workbook.worksheets.map(({ name }) => name);
  const tables = workbook.worksheets.flatMap((sheet) => tablesOf(sheet).map(({ table }) => table.name));
  return [
    ...(names.slice(0, 3).join() === 'Cover_sheet,Contents,Notes'
      ? []
      : ['the workbook does not begin with cover, contents and notes']),
    ...(new Set(tables).size === tables.length ? [] : ['two tables have the same name']),
    ...workbook.worksheets.flatMap(sheetFaults),
  ];
}

/** Reads a workbook from its bytes. */
export async function readWorkbookFile(content: Uint8Array): Promise<Workbook> {
  const workbook = new Workbook();
  const bytes = content.buffer.slice(content.byteOffset, content.byteOffset + content.byteLength);
  await workbook.xlsx.load(bytes as ArrayBuffer);
  return workbook;
}
