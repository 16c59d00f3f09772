import { parse } from 'csv-parse';
import type { DataSource } from 'typeorm';
import { EsrImporter, type EsrFile, type EsrFileRole } from '#baselines';
import { OrganisationTree, isEmployer, loadReferenceOrganisations } from '#organisations';
import { UnitOfWork, createDataSource, migrate } from '#persistence';
import { loadConfiguration, newId, startServices, withDatabase } from '#platform';
import type { BenchmarkRow } from './benchmark-row';
import { extractOf } from './esr-case';
import { PeakMemory } from './peak-memory';

const SIZES = [50_000, 200_000] as const;
const AS_AT = '2026-03-31';

interface Measured {
  readonly rows: number;
  readonly seconds: number;
}

/** Import of an ESR extract beside parsing the same bytes with csv-parse alone, in one run. */
export async function runEsrBenchmark(): Promise<BenchmarkRow[]> {
  const services = await startServices(loadConfiguration(), (line) => process.stderr.write(`${line}\n`));
  const dataSource = createDataSource(
    withDatabase(services.databaseUrl, `wholetime_bench_${newId().replaceAll('-', '')}`),
  );
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    await new UnitOfWork(dataSource).run(loadReferenceOrganisations);
    const rows: BenchmarkRow[] = [];
    for (const size of SIZES) rows.push(...(await compare(dataSource, size)));
    return rows;
  } finally {
    if (dataSource.isInitialized) {
      await dataSource.dropDatabase();
      await dataSource.destroy();
    }
    await services.stop();
  }
}

async function compare(dataSource: DataSource, size: number): Promise<BenchmarkRow[]> {
  const memory = new PeakMemory();
  const ours = await memory.during(() => measureImport(dataSource, size));
  const reference = await measureParsing(size);
  const unit = 'rows per second';
  return [
    {
      name: `ESR extract of ${size} assignments`,
      value: Math.round(ours.rows / ours.seconds),
      unit,
      ratio: 1,
      note: `${ours.seconds.toFixed(1)} s; the bar is 60 s for 200,000`,
    },
    {
      name: `csv-parse alone, ${size}`,
      value: Math.round(reference.rows / reference.seconds),
      unit,
      ratio: reference.seconds / ours.seconds,
      note: `${reference.seconds.toFixed(1)} s`,
    },
    {
      name: `peak resident memory, ${size}`,
      value: Math.round(memory.peak / 2 ** 20),
      unit: 'MiB',
      ratio: null,
      note: `${Math.round(memory.rise / 2 ** 20)} MiB above the start; rows are not kept, each person takes a pseudonym and counts`,
    },
  ];
}

async function measureImport(dataSource: DataSource, size: number): Promise<Measured> {
  const { nodes } = await OrganisationTree.load(dataSource.manager, AS_AT);
  const organisationId = nodes.find(({ type }) => isEmployer(type))?.id ?? '';
  const start = performance.now();
  const report = await new EsrImporter(dataSource).save({
    organisationId,
    asAt: AS_AT,
    earlierAsAt: null,
    importedBy: null,
    files: oneFile(size),
    onProgress: (role: EsrFileRole, rows: number) => process.stderr.write(`\r${role}: ${rows} rows`),
  });
  process.stderr.write('\n');
  return { rows: report.files[0]?.rowsRead ?? 0, seconds: (performance.now() - start) / 1000 };
}

async function* oneFile(size: number): AsyncGenerator<EsrFile> {
  yield await Promise.resolve({ role: 'extract', fileName: 'extract.csv', stream: extractOf(size) });
}

async function measureParsing(size: number): Promise<Measured> {
  const start = performance.now();
  let rows = 0;
  for await (const _ of extractOf(size).pipe(parse({ from_line: 2 }))) rows += 1;
  return { rows, seconds: (performance.now() - start) / 1000 };
}
