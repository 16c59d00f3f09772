import { Workbook, type Cell, type DataValidation, type Worksheet } from 'exceljs';
import type { ParameterDefinition } from '#modules/registry';
import { neutralised } from '#platform';
import type { AssumptionCell } from '../cell';
import type { ModuleGrid } from '../module-grid';
import { BASE_SHEET, HEADING_ROW, LEADING_COLUMNS, SHEET, WORKBOOK_FORMAT } from './workbook-layout';

const GREY = 'FF4C6272';
const BLUE = 'FF005EB8';
const PALE = 'FFF0F4F5';
/** Excel takes a list of answers in a rule itself up to this length; longer ones stand on a sheet. */
const MESSAGE_LENGTH = 255;

interface Row {
  readonly key: string;
  readonly parameter: ParameterDefinition;
  readonly staffGroup: ModuleGrid['grids'][number]['rows'][number]['staffGroup'];
  readonly cells: readonly (AssumptionCell | null)[];
}

function rowsOf({ grids, years }: ModuleGrid): readonly Row[] {
  return grids.flatMap(({ parameter, rows }) =>
    rows.map(({ staffGroup, cells }) => ({
      key: `${parameter.key}|${staffGroup.code}`,
      parameter,
      staffGroup,
      cells: years.map(({ year }) => cells.find((cell) => cell.year === year) ?? null),
    })),
  );
}

const isShare = ({ unit }: ParameterDefinition): boolean => unit === 'share' || unit === 'share-a-year';

function numberFormat(parameter: ParameterDefinition): string {
  const decimals = parameter.decimals === 0 ? '' : `.${'0'.repeat(parameter.decimals)}`;
  return isShare(parameter) ? `0${decimals}%` : `#,##0${decimals}`;
}

function shownValue(value: number | null, { choices }: ParameterDefinition): number | string | null {
  return choices?.find((choice) => choice.value === value)?.label ?? value;
}

function ruleOf(parameter: ParameterDefinition, lists: ReadonlyMap<string, string>): DataValidation {
  const list = lists.get(parameter.key);
  const shared = {
    allowBlank: true,
    showErrorMessage: true,
    showInputMessage: true,
    errorTitle: 'Not possible',
    promptTitle: parameter.label.slice(0, 32),
    prompt: parameter.description.slice(0, MESSAGE_LENGTH),
  };
  if (list !== undefined) {
    return { ...shared, type: 'list', formulae: [list], error: 'Choose one of the list.' };
  }
  const show = (value: number) =>
    isShare(parameter) ? `${Number((value * 100).toPrecision(12))}%` : String(value);
  const error = `Enter a number from ${show(parameter.minimum)} to ${show(parameter.maximum)}, or leave the cell blank.`;
  const formulae = [parameter.minimum, parameter.maximum];
  return { ...shared, type: 'decimal', operator: 'between', formulae, error };
}

/** The answers of each choice on a hidden sheet, as a reference for its rule. */
function writeLists(workbook: Workbook, { grids }: ModuleGrid): ReadonlyMap<string, string> {
  const choices = grids.flatMap(({ parameter }) =>
    parameter.choices === undefined
      ? []
      : [{ key: parameter.key, labels: parameter.choices.map(({ label }) => label) }],
  );
  if (choices.length === 0) return new Map();
  const sheet = workbook.addWorksheet('Lists', { state: 'veryHidden' });
  return new Map(
    choices.map(({ key, labels }, index) => {
      sheet.getRow(index + 1).values = labels.map(neutralised);
      const last = sheet.getCell(index + 1, labels.length).address.replace(/\d+$/, '');
      return [key, `Lists!$A$${index + 1}:$${last}$${index + 1}`];
    }),
  );
}

function sourceOf({ source, basis, note }: AssumptionCell): string {
  return [source ?? basis, note].filter((text) => text !== null && text !== '').join(' ');
}

function writeValue(cell: Cell, shown: AssumptionCell | null, parameter: ParameterDefinition): void {
  if (shown === null) {
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: PALE } };
    return;
  }
  cell.value = shownValue(shown.value, parameter);
  cell.numFmt = numberFormat(parameter);
  cell.protection = { locked: false };
  cell.font = shown.own ? { bold: true, color: { argb: BLUE } } : { italic: true, color: { argb: GREY } };
  const source = sourceOf(shown);
  if (shown.own && source !== '') cell.note = source;
}

function writeHeadings(sheet: Worksheet, grid: ModuleGrid): void {
  const labels = ['Key', 'Assumption', 'Unit', 'Staff group', ...grid.years.map(({ label }) => label)];
  const heading = sheet.getRow(HEADING_ROW);
  heading.values = labels;
  heading.font = { bold: true };
  sheet.columns.forEach((column, index) => {
    column.width = [10, 46, 14, 40][index] ?? 14;
  });
  sheet.getColumn(1).hidden = true;
}

function writeSheet(workbook: Workbook, grid: ModuleGrid, rows: readonly Row[]): Worksheet {
  const sheet = workbook.addWorksheet(SHEET, {
    views: [{ state: 'frozen', xSplit: LEADING_COLUMNS, ySplit: HEADING_ROW }],
  });
  writeHeadings(sheet, grid);
  const lists = writeLists(workbook, grid);
  rows.forEach(({ key, parameter, staffGroup, cells }, index) => {
    const row = sheet.getRow(HEADING_ROW + 1 + index);
    row.getCell(1).value = key;
    row.getCell(2).value = neutralised(parameter.label);
    row.getCell(3).value = isShare(parameter) ? '%' : parameter.unit;
    row.getCell(4).value = neutralised(staffGroup.name);
    row.getCell(4).alignment = { indent: staffGroup.depth };
    cells.forEach((shown, year) => {
      const cell = row.getCell(LEADING_COLUMNS + 1 + year);
      writeValue(cell, shown, parameter);
      if (shown !== null) cell.dataValidation = ruleOf(parameter, lists);
    });
  });
  return sheet;
}

function writeBase(workbook: Workbook, grid: ModuleGrid, module: string, rows: readonly Row[]): void {
  const sheet = workbook.addWorksheet(BASE_SHEET, { state: 'veryHidden' });
  sheet.addRow([WORKBOOK_FORMAT, grid.scenario.id, grid.organisation.id, module]);
  sheet.addRow(['', ...grid.years.map(({ year }) => year)]);
  for (const { key, cells } of rows) {
    const held = cells.flatMap((cell): (number | string | null)[] =>
      cell === null ? ['', ''] : [cell.value, cell.version],
    );
    sheet.addRow([key, ...held]);
  }
}

/**
 * One module's assumptions as a workbook in the layout of the grid: values with all their digits, own ones in
 * bold blue, ranges and lists as rules of Excel, headings and names locked. What each cell holds now goes
 * with it, so that an upload changes only what was changed in the workbook.
 */
export async function writeWorkbook(grid: ModuleGrid, module: string): Promise<Uint8Array> {
  const workbook = new Workbook();
  workbook.creator = 'Wholetime';
  workbook.title = `${grid.organisation.name}: ${grid.scenario.name}`;
  const rows = rowsOf(grid);
  const sheet = writeSheet(workbook, grid, rows);
  writeBase(workbook, grid, module, rows);
  await sheet.protect('', { formatColumns: true, formatRows: true, selectLockedCells: true });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
