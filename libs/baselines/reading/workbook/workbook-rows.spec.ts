import { deflateRawSync } from 'node:zlib';
import { Workbook } from 'exceljs';
import type { CsvRow } from '../../imports/csv-rows';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './workbook-archive';
import { readWorkbookRows } from './workbook-rows';

async function workbookOf(rows: readonly (readonly unknown[])[]): Promise<Buffer> {
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet('Staff in post');
  for (const row of rows) sheet.addRow(row);
  workbook.addWorksheet('Notes').addRow(['not read']);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function rowsOf(bytes: Buffer, limits: WorkbookLimits = WORKBOOK_LIMITS): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of readWorkbookRows(bytes, limits)) rows.push(row);
  return rows;
}

const ruleOf = async (bytes: Buffer, limits?: WorkbookLimits): Promise<unknown> =>
  rowsOf(bytes, limits).then(
    () => 'no fault',
    (error: unknown) => (error as { description?: { rule: string } }).description?.rule,
  );

describe('the rows of a workbook', () => {
  it('are those of its first sheet: texts, numbers, days as numbers, results of formulas, gaps', async () => {
    const bytes = await workbookOf([
      ['Employee Number', 'FTE', 'Latest Start Date', 'Position', 'Primary'],
      [71_000_007, 0.6, new Date(Date.UTC(2025, 8, 1)), { formula: 'A1', result: 'Ward 3 & 4' }, true],
      [],
      [
        '71000014',
        null,
        null,
        { richText: [{ text: 'Sister ' }, { font: { bold: true }, text: '<deputy>' }] },
      ],
    ]);

    expect(await rowsOf(bytes)).toEqual([
      { line: 1, fields: ['Employee Number', 'FTE', 'Latest Start Date', 'Position', 'Primary'] },
      { line: 2, fields: ['71000007', '0.6', '45901', 'Ward 3 & 4', 'TRUE'] },
      { line: 4, fields: ['71000014', '', '', 'Sister <deputy>'] },
    ]);
  });

  it('are refused when they unpack to more than an extract has', async () => {
    const bytes = await workbookOf(Array.from({ length: 2_000 }, () => ['A', 'B', 'C']));
    const refused = (change: Partial<WorkbookLimits>) => ruleOf(bytes, { ...WORKBOOK_LIMITS, ...change });

    expect(await refused({})).toBe('no fault');
    expect(await refused({ inflatedBytes: 10_000 })).toBe('not-too-large');
    expect(await refused({ entries: 3 })).toBe('not-too-large');
    expect(await refused({ textCharacters: 2 })).toBe('not-too-large');
    expect(await ruleOf(zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(3 * 2 ** 20)))).toBe('not-too-large');
  });

  it('are refused when the workbook has macros, counts from 1904 or is something else', async () => {
    expect(await ruleOf(zipOf('xl/vbaProject.bin', Buffer.from('macro')))).toBe('no-macros');
    expect(await ruleOf(zipOf('readme.txt', Buffer.from('hello')))).toBe('is-workbook');
    expect(await ruleOf(zipOf('xl/workbook.xml', Buffer.from('<workbook><sheets>')))).toBe('is-workbook');
    expect(
      await ruleOf(zipOf('xl/workbook.xml', Buffer.from('<workbook><workbookPr date1904="1"/></workbook>'))),
    ).toBe('dates-from-1900');
    expect(await ruleOf(Buffer.from('PK\u0003\u0004 cut off'))).toBe('is-workbook');
  });

  it('are not longer than the archive says', async () => {
    const bytes = zipOf('xl/workbook.xml', Buffer.from(`<workbook>${' '.repeat(5_000)}</workbook>`));
    // The stated size, in the directory and before the part, becomes 20 bytes.
    for (const at of [22, bytes.indexOf(Buffer.from('504b0102', 'hex')) + 24]) bytes.writeUInt32LE(20, at);
    expect(await ruleOf(bytes)).toBe('is-workbook');
  });
});

/** A ZIP archive with one packed part. */
function zipOf(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(8, 4);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), common, Buffer.from(name), packed]);
  const entry = Buffer.alloc(42);
  common.copy(entry, 2, 0, 26);
  entry.writeUInt16LE(20, 0);
  const directory = Buffer.concat([Buffer.from('504b0102', 'hex'), entry, Buffer.from(name)]);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, directory, end]);
}
