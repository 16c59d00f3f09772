import { Workbook } from 'exceljs';
import { deflateRawSync } from 'node:zlib';
import { parameterByKey } from '#modules/registry';
import type { AssumptionCell } from '../cell';
import type { ModuleGrid } from '../module-grid';
import { refusalOf } from './check-archive';
import { readWorkbook } from './read-workbook';
import { differenceOf } from './workbook-changes';
import { neutralised } from '#platform';
import { writeWorkbook } from './write-workbook';

const RATE = 'retention.leaver-rate';
const PRECISE = 0.08123456;

function cell(year: number, value: number, own = false, version = own ? 3 : 0): AssumptionCell {
  const nowhere = { scenario: null, organisation: null, year: null, author: null, at: null };
  const staffGroup = { code: 'midwives', name: 'Midwives' };
  return {
    ...{ year, value, own, version, low: null, high: null, basis: null, note: null, source: null },
    ...{ operation: own ? 'set' : null, operand: own ? value : null, status: null, local: null },
    provenance: { level: 'national-default', staffGroup, ...nowhere },
  };
}

/** The leaver rate of midwives over two years: an own value, then an inherited one. */
function grid(cells = [cell(2026, PRECISE, true), cell(2027, 0.1)]): ModuleGrid {
  const parameter = parameterByKey(RATE);
  if (parameter === undefined) throw new Error('The registry has a leaver rate.');
  const staffGroup = { code: 'midwives', name: '=Midwives', parentCode: 'all-staff', depth: 1, isLeaf: true };
  return {
    scenario: { id: 'scenario', name: 'Plan' } as ModuleGrid['scenario'],
    organisation: { id: 'trust', code: 'RR8', name: 'Leeds', type: 'trust' },
    years: [
      { year: 2026, label: '2026/27' },
      { year: 2027, label: '2027/28' },
    ],
    grids: [{ parameter, rows: [{ staffGroup, cells }] }],
    inputVersion: 1,
  };
}

async function open(content: Uint8Array) {
  const workbook = new Workbook();
  await workbook.xlsx.load(content.buffer as ArrayBuffer);
  return { workbook, sheet: workbook.getWorksheet('Assumptions') };
}

/** Downloads, lets a planner change cells in the workbook, and compares with a grid of now. */
async function edited(values: Readonly<Record<string, unknown>>, now = grid()) {
  const { workbook, sheet } = await open(await writeWorkbook(grid(), 'retention'));
  for (const [address, value] of Object.entries(values)) {
    const target = sheet?.getCell(address);
    if (target !== undefined) target.value = value as string;
  }
  const found = await readWorkbook(new Uint8Array(await workbook.xlsx.writeBuffer()));
  return differenceOf(found, now);
}

describe('a workbook of assumptions', () => {
  it('has the grid’s layout: hidden keys, locked headings, open values with their digits and a range', async () => {
    const { sheet } = await open(await writeWorkbook(grid(), 'retention'));
    expect(sheet?.getColumn(1).hidden).toBe(true);
    expect(sheet?.getCell('A2').value).toBe(`${RATE}|midwives`);
    expect(sheet?.getCell('D2').value).toBe("'=Midwives");
    expect(sheet?.getCell('E2').value).toBe(PRECISE);
    expect(sheet?.getCell('E2').numFmt).toBe('0.0%');
    expect(sheet?.getCell('E2').protection.locked).toBe(false);
    expect(sheet?.getCell('E1').protection?.locked).not.toBe(false);
    expect(sheet?.getCell('E2').dataValidation).toMatchObject({ type: 'decimal', formulae: [0, 0.95] });
  });

  it('changes nothing when it comes back as it went', async () => {
    expect(await edited({})).toMatchObject({ changes: [], unchanged: 2, unknownRows: [] });
  });

  it('tells what was changed, emptied, or can’t be read, and where', async () => {
    const difference = await edited({ E2: null, F2: 'n/a' });
    expect(difference.changes).toMatchObject([
      { address: 'E2', year: 2026, value: null, unreadable: null, now: PRECISE },
      { address: 'F2', year: 2027, value: null, unreadable: 'n/a', now: 0.1 },
    ]);
    expect((await edited({ F2: { formula: '0.1+0.02', result: 0.12 } })).changes).toMatchObject([
      { address: 'F2', value: 0.12 },
    ]);
  });

  it('reads a percentage that is text as the grid does, with its sign or in the unit shown', async () => {
    expect((await edited({ E2: '8.5%', F2: '8.5' })).changes).toMatchObject([
      { address: 'E2', value: 0.085, unreadable: null },
      { address: 'F2', value: 0.085, unreadable: null },
    ]);
  });

  it('leaves alone what others changed since, and says so where both did', async () => {
    const now = grid([cell(2026, 0.2, true, 4), cell(2027, 0.1)]);
    expect((await edited({}, now)).changes).toEqual([]);
    expect((await edited({ E2: 0.3 }, now)).changes).toMatchObject([
      { value: 0.3, now: 0.2, changedSince: true },
    ]);
  });

  it('tells rows of another module', async () => {
    expect(await edited({ A2: 'growth.other|midwives' })).toMatchObject({ changes: [], unknownRows: [2] });
  });

  it('is refused when it was not downloaded here', async () => {
    const other = new Workbook();
    other.addWorksheet('Sheet1');
    await expect(readWorkbook(new Uint8Array(await other.xlsx.writeBuffer()))).rejects.toThrow(
      'download one',
    );
  });
});

it.each(['=1+1', '+1', '-1', '@x', '\tx'])('the text %j is not taken for a formula', (text) => {
  expect(neutralised(text)).toBe(`'${text}`);
});

/** An archive of one part that says that it unpacks to so many bytes. */
function archive(name: string, unpacked: number): Buffer {
  const packed = deflateRawSync('x');
  const header = (signature: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes);
    buffer.writeUInt32LE(signature, 0);
    return buffer;
  };
  const local = header(0x04034b50, 30);
  const entry = header(0x02014b50, 46);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(unpacked, 24);
  entry.writeUInt16LE(name.length, 28);
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, Buffer.from(name), end]);
}

describe('an upload', () => {
  it('is looked at before it is unpacked', async () => {
    expect(refusalOf(Buffer.from(await writeWorkbook(grid(), 'retention')))).toBeNull();
    expect(refusalOf(archive('xl/workbook.xml', 4_000_000_000))).toContain('unpacks to more');
    expect(refusalOf(archive('xl/vbaProject.bin', 10))).toContain('macros');
    expect(refusalOf(Buffer.from('Not an archive, but long enough to look for one.'))).toContain(
      'not an Excel',
    );
    expect(refusalOf(Buffer.alloc(0))).toContain('not an Excel');
    expect(refusalOf(Buffer.alloc(8_000_001))).toContain('larger');
  });
});
