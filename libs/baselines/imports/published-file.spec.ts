import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidInputError, sha256Hex } from '#platform';
import { readCsvRows, type CsvRow } from './csv-rows';
import { FaultCollector, type ImportFault } from './import-fault';
import { inspectFile } from './published-file';

describe('a file to import', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wholetime-spec-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function written(content: string | Uint8Array): Promise<string> {
    const path = join(folder, 'file.csv');
    await writeFile(path, content);
    return path;
  }

  async function faultOf(content: string | Uint8Array): Promise<ImportFault | undefined> {
    try {
      await inspectFile(await written(content), 'file.csv', new FaultCollector('file.csv'));
    } catch (error) {
      if (error instanceof InvalidInputError) return error.faults[0] as ImportFault;
      throw error;
    }
    return undefined;
  }

  async function rowsOf(content: string): Promise<CsvRow[]> {
    const rows: CsvRow[] = [];
    for await (const row of readCsvRows(await written(content), new FaultCollector('file.csv')))
      rows.push(row);
    return rows;
  }

  it('is known by the hash of its bytes', async () => {
    const file = await inspectFile(await written('a,b\n'), 'file.csv', new FaultCollector('file.csv'));
    expect(file).toMatchObject({ sha256: sha256Hex('a,b\n'), byteCount: 4 });
  });

  it.each([
    ['an Excel workbook', Buffer.from('504b030414000600', 'hex'), 'is-csv'],
    ['UTF-16', Buffer.from('\ufeffa,b\n', 'utf16le'), 'is-csv'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'is-csv'],
    ['nothing', Buffer.alloc(0), 'not-empty'],
  ])('is refused when it is %s', async (_what, content, rule) => {
    expect(await faultOf(content)).toMatchObject({ rule });
  });

  it('is refused with the line that is not UTF-8', async () => {
    const content = Buffer.from('code,name\nRJZ,Plain\nDEQ,King\x92s\n', 'latin1');
    expect(await faultOf(content)).toMatchObject({ line: 3, rule: 'is-utf-8' });
  });

  it('keeps a character that two reads share', async () => {
    const content = `${'x'.repeat(65_535)}’\n`;
    expect(await faultOf(content)).toBeUndefined();
  });

  it('finds the line of a byte far into the file', async () => {
    const lines = Buffer.from(`${'é,1\n'.repeat(40_000)}`);
    expect(await faultOf(Buffer.concat([lines, Buffer.from([0xff, 0x0a])]))).toMatchObject({ line: 40_001 });
  });

  it('takes a byte order mark, CRLF, quotes and empty lines, and knows the lines', async () => {
    expect(await rowsOf('\ufeffa,b\r\n1,"two\r\nlines"\r\n\r\n3,"say ""four"""\r\n')).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['1', 'two\r\nlines'] },
      { line: 5, fields: ['3', 'say "four"'] },
    ]);
  });

  it('is refused when a quote is never closed', async () => {
    await expect(rowsOf('a,b\n1,"2\n3,4\n')).rejects.toMatchObject({ faults: [{ rule: 'is-csv', line: 2 }] });
  });
});
