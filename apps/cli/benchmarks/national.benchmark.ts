import { join } from 'node:path';
import { project } from '#modules/projection';
import { projectRoot } from '#platform';
import { EngineThreads } from '#projections';
import type { BenchmarkRow } from './benchmark-row';
import { nationalOrganisation, type NationalShape } from './national-case';
import { nationalDraws, taken } from './national-plan';
import { bandsOf } from './national.thread';

/** 250 organisations x 14 staff groups x 360 cells x 60 months, 1,000 draws. */
const PLAN: NationalShape = {
  organisations: 250,
  groups: 14,
  bands: 12,
  ages: 10,
  ethnicities: 3,
  years: 5,
  draws: 1000,
};
/** Small enough that eight times as much is done soon, in every direction. */
const START: NationalShape = { ...PLAN, organisations: 6, groups: 7, years: 1, draws: 50 };
/** Organisations of a system, and what drawing them may take. */
const SYSTEM = 20;
const SYSTEM_LIMITS = { milliseconds: 600_000, heapMegabytes: 1024 };
const ENGINE = join(projectRoot(), 'dist/engine/engine.cjs');
const FACTORS = [1, 2, 4, 8];
const THREADS = 2;

/**
 * The national plan: central case on one core, then 1,000 draws with the ranges of every organisation,
 * system and England on two threads, with peak memory; and how the processor time of draws grows with
 * organisations, months, draws and cells.
 */
export async function runNationalBenchmark(): Promise<BenchmarkRow[]> {
  const central = await taken(async () => {
    for (let place = 0; place < PLAN.organisations; place += 1) project(nationalOrganisation(place, PLAN));
  });
  const note = '250 organisations, every module and measure; bench engine has the simulation alone';
  const rows = [row('central case, one core', central.cpuSeconds, 's', note), await systemRow()];
  const growth = [...(await growthRows()), await threadsRow({ ...START, organisations: 24, draws: 100 })];
  const draws = await taken(async () => bandsOf(await nationalDraws(PLAN, THREADS)));
  const peak = process.resourceUsage().maxRSS / 1024;
  return [
    ...rows,
    row(
      '1,000 draws, two threads',
      draws.wallSeconds,
      's',
      `${draws.cpuSeconds.toFixed(0)} s of processor time`,
    ),
    row('peak memory', peak, 'MB', 'of the whole process, all threads'),
    ...growth,
  ];
}

/** A system as a worker draws it: from stored inputs to stored ranges. */
async function systemRow(): Promise<BenchmarkRow> {
  const pool = new EngineThreads(THREADS, SYSTEM_LIMITS);
  const inputs = Array.from({ length: SYSTEM }, (_, place) =>
    JSON.stringify(nationalOrganisation(place, PLAN)),
  );
  const task = { bundlePath: ENGINE, inputs, sums: [], draws: PLAN.draws, seed: '0', earlier: null };
  const control = { signal: new AbortController().signal, onProgress: () => undefined };
  const { wallSeconds, cpuSeconds } = await taken(() => pool.drawRanges(task, control));
  await pool.close();
  const note = `${cpuSeconds.toFixed(0)} s of processor time; the bar is 15 s`;
  return row(`a system of ${SYSTEM}, 1,000 draws, two threads`, wallSeconds, 's', note);
}

async function growthRows(): Promise<readonly BenchmarkRow[]> {
  const dimensions: readonly (readonly [string, (factor: number) => NationalShape])[] = [
    ['organisations', (factor) => ({ ...START, organisations: START.organisations * factor })],
    ['months', (factor) => ({ ...START, years: START.years * factor })],
    ['draws', (factor) => ({ ...START, draws: START.draws * factor })],
    ['cells', (factor) => ({ ...START, bands: 2 * factor, ages: 5 })],
  ];
  const rows: BenchmarkRow[] = [];
  for (const [name, shapeOf] of dimensions) {
    const seconds: number[] = [];
    for (const factor of FACTORS) {
      seconds.push((await taken(() => nationalDraws(shapeOf(factor), 1))).cpuSeconds);
    }
    rows.push(growthRow(name, seconds));
  }
  return rows;
}

/** 1 where time grows in proportion, less where a fixed part weighs. */
function growthRow(name: string, seconds: readonly number[]): BenchmarkRow {
  const growth = (seconds.at(-1) ?? NaN) / (seconds[0] ?? NaN);
  const exponent = Math.log(growth) / Math.log(FACTORS.at(-1) ?? NaN);
  const note = `times ${FACTORS.join(', ')}: ${seconds.map((each) => each.toFixed(2)).join(', ')} s`;
  return row(`growth with ${name}`, exponent, 'exponent', note);
}

async function threadsRow(shape: NationalShape): Promise<BenchmarkRow> {
  const one = await taken(() => nationalDraws(shape, 1));
  const two = await taken(() => nationalDraws(shape, THREADS));
  const note = `${one.wallSeconds.toFixed(2)} s on one thread, ${two.wallSeconds.toFixed(2)} s on two`;
  return row('speed of two threads over one', one.wallSeconds / two.wallSeconds, 'times', note);
}

function row(name: string, value: number, unit: string, note: string): BenchmarkRow {
  return { name, value, unit, ratio: null, note };
}
