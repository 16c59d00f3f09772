import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { createConnection, type Connection } from 'mysql2/promise';
import type { DataSource } from 'typeorm';
import { FileImporter } from '#baselines';
import { loadReferenceOrganisations } from '#organisations';
import { UnitOfWork, createDataSource, migrate } from '#persistence';
import { loadConfiguration, newId, parseDatabaseUrl, startServices, withDatabase } from '#platform';
import type { BenchmarkRow } from './benchmark-row';
import { csvFilesOf, regenerateMonthlyFiles } from './import-case';
import { PeakMemory } from './peak-memory';

const REPEATS = 3;
const POINT_TABLE = 'reference_history_point';

/** Columns of the published layout that make the two values of a row. */
const FIELDS = { date: 0, organisation: 5, staffGroup: 9, lost: 10, available: 11 } as const;

interface Measured {
  readonly rows: number;
  readonly seconds: number;
}

/**
 * Our import of monthly absence files, beside parsing them with csv-parse and `LOAD DATA LOCAL INFILE`
 * of the same rows into a table of the same shape, in one run on one server. The reference checks nothing,
 * knows no labels and reports nothing; ours is allowed three times its time.
 *
 * @param folder CSV files to import; without it the files that the shipped history stands for are written
 *   to a temporary folder
 */
export async function runImportBenchmark(folder?: string): Promise<BenchmarkRow[]> {
  const services = await startServices(loadConfiguration(), (line) => process.stderr.write(`${line}\n`));
  const url = withDatabase(services.databaseUrl, `wholetime_bench_${newId().replaceAll('-', '')}`);
  const dataSource = createDataSource(url);
  const temporary = await mkdtemp(join(tmpdir(), 'wholetime-bench-'));
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    await new UnitOfWork(dataSource).run(loadReferenceOrganisations);
    const files =
      folder === undefined
        ? await regenerateMonthlyFiles(dataSource.manager, temporary)
        : await csvFilesOf(folder);
    return await withLocalInfile(dataSource, () => compare(dataSource, url, files));
  } finally {
    if (dataSource.isInitialized) {
      await dataSource.dropDatabase();
      await dataSource.destroy();
    }
    await rm(temporary, { recursive: true, force: true });
    await services.stop();
  }
}

/** Allows `LOAD DATA LOCAL` while the reference is measured; the product itself never needs it. */
async function withLocalInfile<T>(dataSource: DataSource, work: () => Promise<T>): Promise<T> {
  const [{ allowed }] = await dataSource.query<[{ allowed: number }]>(
    'SELECT @@GLOBAL.local_infile AS allowed',
  );
  await dataSource.query('SET GLOBAL local_infile = 1');
  try {
    return await work();
  } finally {
    await dataSource.query('SET GLOBAL local_infile = ?', [allowed]);
  }
}

async function compare(
  dataSource: DataSource,
  url: string,
  files: readonly string[],
): Promise<BenchmarkRow[]> {
  const connection = await createConnection(parseDatabaseUrl(url));
  try {
    const memory = new PeakMemory();
    const imports: Measured[] = [];
    const references: Measured[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      await emptyHistory(dataSource);
      imports.push(await memory.during(() => measureImport(dataSource, files)));
      references.push(await measureReference(connection, files));
    }
    return report(fastest(imports), fastest(references), memory);
  } finally {
    await connection.end();
  }
}

const fastest = (runs: readonly Measured[]): Measured =>
  runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));

function report(ours: Measured, reference: Measured, memory: PeakMemory): BenchmarkRow[] {
  const perSecond = ({ rows, seconds }: Measured): number => Math.round(rows / seconds);
  const unit = 'rows per second';
  return [
    {
      name: 'import of monthly files',
      value: perSecond(ours),
      unit,
      ratio: 1,
      note: `${ours.rows} rows in ${ours.seconds.toFixed(2)} s, ${(ours.seconds / reference.seconds).toFixed(2)} times the reference; the bar is 3`,
    },
    {
      name: 'csv-parse and LOAD DATA LOCAL INFILE',
      value: perSecond(reference),
      unit,
      ratio: reference.seconds / ours.seconds,
      note: `${reference.rows} rows in ${reference.seconds.toFixed(2)} s, best of ${REPEATS}`,
    },
    {
      name: 'import, peak resident memory',
      value: Math.round(memory.peak / 2 ** 20),
      unit: 'MiB',
      ratio: null,
      note: `${Math.round(memory.rise / 2 ** 20)} MiB above the start of the first import; highest in each repeat: ${memory.peaks.map((bytes) => Math.round(bytes / 2 ** 20)).join(', ')}`,
    },
  ];
}

async function emptyHistory(dataSource: DataSource): Promise<void> {
  await dataSource.query('DELETE FROM import_file');
  await dataSource.query('TRUNCATE TABLE history_point');
  await dataSource.query('DELETE FROM history_series');
}

async function measureImport(dataSource: DataSource, files: readonly string[]): Promise<Measured> {
  const importer = new FileImporter(dataSource);
  const start = performance.now();
  let rows = 0;
  for (const path of files) {
    rows += (await importer.importFile({ path, fileName: basename(path), importedBy: null })).rowsKept;
  }
  return { rows, seconds: (performance.now() - start) / 1000 };
}

/** One `LOAD DATA` for each file, fed by the parser; one transaction each, as the import has. */
async function measureReference(connection: Connection, files: readonly string[]): Promise<Measured> {
  await connection.query(`DROP TABLE IF EXISTS ${POINT_TABLE}`);
  await connection.query(`CREATE TABLE ${POINT_TABLE} LIKE history_point`);
  const series = new Map<string, number>();
  const start = performance.now();
  let rows = 0;
  for (const path of files) {
    const parser = createReadStream(path).pipe(parse({ from_line: 2 }));
    const count = (): void => {
      rows += 1;
    };
    await connection.query({
      sql: `LOAD DATA LOCAL INFILE 'rows' INTO TABLE ${POINT_TABLE}`,
      infileStreamFactory: () =>
        Readable.from(pointLines(parser, series, newId(), count)).pipe(new PassThrough()),
    });
  }
  return { rows, seconds: (performance.now() - start) / 1000 };
}

async function* pointLines(
  records: AsyncIterable<unknown>,
  series: Map<string, number>,
  fileId: string,
  count: () => void,
): AsyncGenerator<string> {
  let lines = '';
  for await (const record of records) {
    const fields = record as string[];
    const at = (position: number): string => fields[position] ?? '';
    count();
    const monthEnd = at(FIELDS.date).split('/').reverse().join('-');
    for (const measure of ['available', 'lost'] as const) {
      const key = `${at(FIELDS.organisation)}|${at(FIELDS.staffGroup)}|${measure}`;
      const id = series.get(key) ?? series.size + 1;
      series.set(key, id);
      const value = at(FIELDS[measure]);
      lines += `${id}\t${monthEnd}\t${value === '' ? '\\N' : value}\t${value === '' ? 'suppressed' : 'value'}\t${fileId}\n`;
    }
    if (lines.length < 65_536) continue;
    yield lines;
    lines = '';
  }
  yield lines;
}
