import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';

/** One line of a benchmark: a measured value beside its reference. */
interface BenchmarkRow {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  /** How many times as much as the product's own; null where it has none. */
  readonly ratio: number | null;
  readonly note: string;
}

type Benchmark = () => Promise<readonly BenchmarkRow[]>;

const FOLDER = join(__dirname, '../benchmarks');
const FILE = /^(?<name>.+)\.benchmark\.js$/;

/** Adds `bench` to the program. */
export function registerBench(program: Command): void {
  program
    .command('bench')
    .description(`Measure against references in one run: ${benchmarkNames().join(', ')}`)
    .argument('[names...]', 'which benchmarks; all by default', addName)
    .option('--json', 'print the rows as JSON')
    .action(runBenchmarks);
}

async function runBenchmarks(names: readonly string[], { json }: { readonly json?: boolean }): Promise<void> {
  const results: Record<string, readonly BenchmarkRow[]> = {};
  for (const name of names.length === 0 ? benchmarkNames() : names) {
    process.stderr.write(`measures ${name}\n`);
    const rows = await (await benchmarkOf(name))();
    results[name] = rows;
    if (json !== true) {
      process.stdout.write(table(name, rows));
    }
  }
  if (json === true) {
    process.stdout.write(`${JSON.stringify(results, null, 2)}\n`);
  }
}

/** @throws InvalidArgumentError for a benchmark that does not exist */
function addName(name: string, before: readonly string[] = []): readonly string[] {
  if (benchmarkNames().includes(name)) return [...before, name];
  throw new InvalidArgumentError(`There are ${benchmarkNames().join(', ')}.`);
}

function benchmarkNames(): string[] {
  return readdirSync(FOLDER).flatMap((file) => FILE.exec(file)?.groups?.['name'] ?? []);
}

/** The function `run<Name>Benchmark` of the benchmark's file. */
async function benchmarkOf(name: string): Promise<Benchmark> {
  const exported = (await import(join(FOLDER, `${name}.benchmark.js`))) as Record<string, unknown>;
  const found = Object.entries(exported).find(([key]) => /^run\w+Benchmark$/.test(key));
  if (typeof found?.[1] !== 'function') {
    throw new Error(`The benchmark ${name} exports no function run…Benchmark.`);
  }
  return found[1] as Benchmark;
}

function table(name: string, rows: readonly BenchmarkRow[]): string {
  const width = Math.max(...rows.map((row) => row.name.length)) + 2;
  const lines = rows.map(({ name: label, value, unit, ratio, note }) => {
    const measured = value === null ? 'not measured' : value.toPrecision(4);
    const beside = ratio === null ? '' : `${ratio.toFixed(2)}x`;
    return `  ${label.padEnd(width)}${measured.padStart(12)} ${unit.padEnd(20)}${beside.padStart(8)}  ${note}`;
  });
  return `${[name, ...lines].join('\n')}\n`;
}
