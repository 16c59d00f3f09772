import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { loadReferenceOrganisations } from '#organisations';
import { projectRoot } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database';
import { HistoryReader } from '../history/history-reader';
import { FileImporter } from './file-importer';
import { ImportCancelledError } from './import-fault';
import type { ImportReport } from './import-report';
import { ImportsService } from './imports.service';

const FIXTURES = join(projectRoot(__dirname), 'test/fixtures/published');
const APRIL = 'sickness-absence-benchmarking-2024-04.csv';
const MAY = 'sickness-absence-benchmarking-2024-05.csv';

jest.setTimeout(60_000);

describe('importing published files', () => {
  let database: TestDatabase;
  let folder: string;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = await mkdtemp(join(tmpdir(), 'wholetime-int-'));
    await database.dataSource.transaction(loadReferenceOrganisations);
  });
  afterEach(async () => {
    for (const table of ['history_point', 'history_series', 'import_file']) {
      await database.dataSource.query(`DELETE FROM ${table}`);
    }
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  const importFixture = (fileName: string): Promise<ImportReport> =>
    new FileImporter(database.dataSource).importFile({
      path: join(FIXTURES, fileName),
      fileName,
      importedBy: null,
    });

  async function importText(text: string | Uint8Array, fileName = 'changed.csv'): Promise<ImportReport> {
    const path = join(folder, fileName);
    await writeFile(path, text);
    return new FileImporter(database.dataSource).importFile({ path, fileName, importedBy: null });
  }

  const text = (fileName: string): Promise<string> => readFile(join(FIXTURES, fileName), 'utf8');

  /** The rows of each table that an import may touch, in a fixed order. */
  const everything = (): Promise<unknown[]> =>
    Promise.all(
      [
        'SELECT * FROM history_point ORDER BY series_id, month_end',
        'SELECT * FROM history_series ORDER BY id',
        'SELECT * FROM import_file ORDER BY id',
        'SELECT id FROM organisation ORDER BY id',
      ].map((query) => database.dataSource.query<unknown>(query)),
    );

  /** The only value of a query. */
  async function valueOf(query: string, parameters: unknown[] = []): Promise<string> {
    const [row] = await database.dataSource.query<Record<string, string>[]>(query, parameters);
    return Object.values(row ?? {}).map(String)[0] ?? '';
  }

  it('reconciles with the file, suppressed figures included', async () => {
    const report = await importFixture(APRIL);
    const rows = (await text(APRIL)).trimEnd().split('\n').slice(1);
    const withheld = rows.filter((row) => row.endsWith(',,,'));
    expect(report).toMatchObject({
      kind: 'sickness-absence-benchmarking',
      alreadyImported: false,
      rowsRead: rows.length,
      rowsKept: rows.length,
      suppressedCells: withheld.length,
      valuesWritten: 2 * rows.length,
      valuesReplaced: 0,
      notKept: [],
      months: ['2024-04'],
    });
    const counts = await database.dataSource.query<{ status: string; n: number; nulls: number }[]>(
      'SELECT status, COUNT(*) AS n, SUM(value IS NULL) AS nulls FROM history_point GROUP BY status ORDER BY status',
    );
    expect(counts.map(({ status, n, nulls }) => [status, Number(n), Number(nulls)])).toEqual([
      ['suppressed', 2 * withheld.length, 2 * withheld.length],
      ['value', 2 * (rows.length - withheld.length), 0],
    ]);
    const total = await valueOf(
      `SELECT SUM(p.value) AS total FROM history_point p JOIN history_series s ON s.id = p.series_id
       WHERE s.measure = 'fte-days-available'`,
    );
    const published = rows.reduce((sum, row) => sum + Number(row.split(',').at(-2)), 0);
    expect(Number(total)).toBeCloseTo(published, 3);
  });

  it('changes nothing when the same bytes come again, under whatever name', async () => {
    const first = await importFixture(APRIL);
    const before = await everything();
    const again = await importText(await text(APRIL), 'a copy.csv');
    expect(again).toEqual({ ...first, alreadyImported: true, fileName: 'a copy.csv' });
    expect(await everything()).toEqual(before);
  });

  it('lets one of two simultaneous imports of a file do the work', async () => {
    const reports = await Promise.all([importFixture(APRIL), importFixture(APRIL)]);
    expect(reports.map(({ alreadyImported }) => alreadyImported).sort()).toEqual([false, true]);
    const n = await valueOf('SELECT COUNT(*) AS n FROM import_file');
    expect(Number(n)).toBe(1);
  });

  it('changes nothing when one line of a file is broken, also after rows were written', async () => {
    await importFixture(APRIL);
    const before = await everything();
    const [header = '', ...rows] = (await text(MAY)).trimEnd().split('\n');
    const many = Array.from({ length: 100 }, (_, index) =>
      rows.map((row) => row.replace(/,(\w{3}),(?=[^,]+ (Trust|CIC|ICB),)/, `,X${index}$1,`)),
    ).flat();
    const broken = [header, ...many, (many[0] ?? '').replace('31/05/2024', '31/06/2024')].join('\n');
    await expect(importText(broken)).rejects.toMatchObject({
      faults: [{ file: 'changed.csv', line: many.length + 2, column: 'DATE', rule: 'is-date' }],
    });
    expect(await everything()).toEqual(before);
  });

  it('takes what a spreadsheet saves: a byte order mark, CRLF, columns in quotes', async () => {
    const saved = (await text(APRIL)).replace(/^(.+)$/gm, (line) => line.replace(/^([^,]+),/, '"$1",'));
    const report = await importText(`\ufeff${saved.replaceAll('\n', '\r\n')}`);
    expect(report).toMatchObject({ rowsRead: 57, rowsKept: 57 });
  });

  it('lets a later file replace the figures of an earlier one, and counts them', async () => {
    await importFixture(APRIL);
    const revised = (await text(APRIL)).replace('35113.01509', '36113.01509');
    expect(await importText(revised)).toMatchObject({ valuesWritten: 114, valuesReplaced: 114 });
    const value = await valueOf(
      `SELECT p.value FROM history_point p JOIN history_series s ON s.id = p.series_id
       JOIN organisation_period o ON o.organisation_id = s.organisation_id AND o.ods_code = 'NL8'
       WHERE s.staff_group_code = 'all-staff' AND s.measure = 'fte-days-available'`,
    );
    expect(value).toBe('36113.01509');
  });

  it('explains jumps by the transfer behind them, in whichever order months arrive', async () => {
    const expected = [
      {
        organisation: { code: 'R1F', name: 'Isle of Wight NHS Trust' },
        month: '2024-05',
        change: -0.2795,
        explanation: 'transfer to Southern Health NHS Foundation Trust (RW1) on 2024-05-01',
      },
      {
        organisation: { code: 'RW1', name: 'Southern Health NHS Foundation Trust' },
        month: '2024-05',
        change: 0.1631,
        explanation: 'transfer from Isle of Wight NHS Trust (R1F) on 2024-05-01',
      },
    ];
    expect((await importFixture(MAY)).jumps).toEqual([]);
    expect((await importFixture(APRIL)).jumps).toEqual(expected);
  });

  it('adds an organisation it does not know, and says so', async () => {
    const renamed = (await text(APRIL)).replaceAll(
      ',NL8,Locala Community Partnerships CIC,',
      ',ZZ8,New Care CIC,',
    );
    const report = await importText(renamed);
    expect(report.organisationsAdded).toEqual([{ code: 'ZZ8', name: 'New Care CIC' }]);
    const rows = await database.dataSource.query<{ type: string; parent: string }[]>(
      `SELECT o.type, p.ods_code AS parent FROM organisation_period o
       JOIN organisation_membership m ON m.organisation_id = o.organisation_id AND m.relation = 'system'
       JOIN organisation_period p ON p.organisation_id = m.parent_id WHERE o.ods_code = 'ZZ8'`,
    );
    expect(rows).toEqual([{ type: 'community-interest-company', parent: 'QWO' }]);
  });

  it('gives calibration its monthly series', async () => {
    await importFixture(APRIL);
    await importFixture(MAY);
    const id = await valueOf("SELECT organisation_id AS id FROM organisation_period WHERE ods_code = 'NL8'");
    const reader = new HistoryReader(database.dataSource.manager);
    const of = (code: string) => (one: { staffGroupCode: string }) => one.staffGroupCode === code;
    const fte = (await reader.fteAverage([id])).find(of('all-staff'));
    expect(fte?.values.map(({ monthEnd }) => monthEnd)).toEqual(['2024-04-30', '2024-05-31']);
    expect(fte?.values[0]?.value).toBeCloseTo(35113.01509 / 30, 8);
    const rate = (await reader.sicknessRate([id])).find(of('all-staff'));
    expect(rate?.values[0]?.value).toBeCloseTo(0.0512, 4);
    const withheld = (await reader.fteAverage([id])).find(of('midwives'));
    expect(withheld?.values[0]?.value).toBeNull();
  });

  describe('by upload', () => {
    const upload = (stream: Readable, fileName: string): Promise<ImportReport> =>
      new ImportsService(database.dataSource).importUpload({ stream, fileName, importedBy: null });

    it('imports, lists, and does further work in the same transaction', async () => {
      const service = new ImportsService(database.dataSource);
      const done: string[] = [];
      const report = await service.importUpload({
        stream: Readable.from([await readFile(join(FIXTURES, APRIL))]),
        fileName: `C:\\Downloads\\${APRIL}`,
        importedBy: null,
        alongside: (_manager, { id }) => Promise.resolve(void done.push(id)),
      });
      expect(report.fileName).toBe(APRIL);
      expect(done).toEqual([report.id]);
      expect(await service.list()).toMatchObject([{ ...report, importedBy: null }]);
    });

    it('undoes the import when the work alongside fails', async () => {
      const before = await everything();
      await expect(
        new ImportsService(database.dataSource).importUpload({
          stream: Readable.from([await readFile(join(FIXTURES, APRIL))]),
          fileName: APRIL,
          importedBy: null,
          alongside: () => Promise.reject(new Error('no audit')),
        }),
      ).rejects.toThrow('no audit');
      expect(await everything()).toEqual(before);
    });

    it('imports nothing once whoever asked has left', async () => {
      const before = await everything();
      const left = new AbortController();
      const importing = new ImportsService(database.dataSource).importUpload({
        stream: Readable.from([await readFile(join(FIXTURES, APRIL))]),
        fileName: APRIL,
        importedBy: null,
        signal: left.signal,
      });
      left.abort(new ImportCancelledError());
      await expect(importing).rejects.toBeInstanceOf(ImportCancelledError);
      expect(await everything()).toEqual(before);
    });

    it('imports nothing of an upload that breaks off', async () => {
      const before = await everything();
      const content = await readFile(join(FIXTURES, APRIL));
      const broken = Readable.from(
        (async function* () {
          yield await Promise.resolve(content.subarray(0, 5_000));
          throw new Error('connection lost');
        })(),
      );
      await expect(upload(broken, APRIL)).rejects.toThrow('connection lost');
      expect(await everything()).toEqual(before);
    });
  });
});
