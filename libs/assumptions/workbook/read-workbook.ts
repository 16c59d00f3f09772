import { Workbook, type CellValue, type Worksheet } from 'exceljs';
import {
  BASE_SHEET,
  HEADING_ROW,
  LEADING_COLUMNS,
  SHEET,
  WORKBOOK_FORMAT,
  type DownloadedCell,
  type FoundCell,
  type FoundWorkbook,
  type WorkbookSubject,
} from './workbook-layout';

/** A workbook is not one that was downloaded here, or is spoilt. */
export class ForeignWorkbookError extends Error {}

function foundIn(value: CellValue): FoundCell {
  if (value === null || value === undefined) return { kind: 'blank' };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'string') {
    return value.trim() === '' ? { kind: 'blank' } : { kind: 'text', text: value };
  }
  if (typeof value === 'boolean') return { kind: 'text', text: String(value) };
  if (value instanceof Date) return { kind: 'text', text: value.toISOString().slice(0, 10) };
  if ('richText' in value) return foundIn(value.richText.map(({ text }) => text).join(''));
  if ('formula' in value || 'sharedFormula' in value) return foundIn(value.result);
  if ('error' in value) return { kind: 'text', text: value.error };
  return { kind: 'text', text: value.text };
}

function textAt(sheet: Worksheet, row: number, column: number): string {
  const found = foundIn(sheet.getCell(row, column).value);
  return found.kind === 'text' ? found.text : '';
}

function numberAt(sheet: Worksheet, row: number, column: number): number | null {
  const found = foundIn(sheet.getCell(row, column).value);
  return found.kind === 'number' ? found.value : null;
}

function subjectOf(base: Worksheet): WorkbookSubject {
  if (textAt(base, 1, 1) !== WORKBOOK_FORMAT) {
    throw new ForeignWorkbookError(
      'This workbook has another layout: download it again and copy your values.',
    );
  }
  const years: number[] = [];
  for (let column = 2; ; column += 1) {
    const year = numberAt(base, 2, column);
    if (year === null) break;
    years.push(year);
  }
  const [scenarioId, organisationId, module] = [2, 3, 4].map((column) => textAt(base, 1, column));
  return { scenarioId: scenarioId ?? '', organisationId: organisationId ?? '', module: module ?? '', years };
}

function downloadedIn(base: Worksheet, years: number): FoundWorkbook['downloaded'] {
  const downloaded: Record<string, (DownloadedCell | null)[]> = {};
  for (let row = 3; row <= base.rowCount; row += 1) {
    downloaded[textAt(base, row, 1)] = Array.from({ length: years }, (_, year) => {
      const version = numberAt(base, row, 3 + 2 * year);
      return version === null ? null : { value: numberAt(base, row, 2 + 2 * year), version };
    });
  }
  return downloaded;
}

/**
 * Reads an uploaded workbook. Rows may have been sorted or left out, but not their keys.
 *
 * @throws ForeignWorkbookError for a workbook that was not downloaded here
 */
export async function readWorkbook(content: Uint8Array): Promise<FoundWorkbook> {
  const workbook = new Workbook();
  // The declared type is that of another Buffer than Node's.
  await workbook.xlsx.load(content.buffer as Parameters<typeof workbook.xlsx.load>[0]);
  const sheet = workbook.getWorksheet(SHEET);
  const base = workbook.getWorksheet(BASE_SHEET);
  if (sheet === undefined || base === undefined) {
    throw new ForeignWorkbookError('This is not a workbook of assumptions: download one and fill it in.');
  }
  const subject = subjectOf(base);
  const rows: FoundWorkbook['rows'][number][] = [];
  for (let row = HEADING_ROW + 1; row <= sheet.rowCount; row += 1) {
    const key = textAt(sheet, row, 1);
    if (key === '') continue;
    const cells = subject.years.map((_, year) =>
      foundIn(sheet.getCell(row, LEADING_COLUMNS + 1 + year).value),
    );
    rows.push({ key, row, cells });
  }
  return { subject, rows, downloaded: downloadedIn(base, subject.years.length) };
}
