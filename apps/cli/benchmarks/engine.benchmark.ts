import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type EngineOutput, simulate, simulateReadable } from '#engine';
import { engineGrowthRows } from './engine-growth';
import { engineRunRows } from './engine-runs';
import type { BenchmarkRow } from './benchmark-row';
import { bestSeconds } from './processor-time';
import { CELL_STEPS, benchmarkOrganisations, encodeCase } from './engine-case';

const run = promisify(execFile);
const REPEATS = 30;
const AGREEMENT = 1e-9;
const PYTHONS = ['python3', '/usr/bin/python3'];

/** What each implementation reports, by organisation and group. */
interface StepResult {
  /** Processor time of the best repeat. */
  readonly seconds: number;
  readonly headcount: readonly number[];
  readonly fte: readonly number[];
  readonly exits: readonly number[];
  readonly cost: readonly number[];
  readonly availableFte: readonly number[];
}

/**
 * Nanoseconds per cell-step (one band, age and ethnicity cell of one organisation and group for one
 * month: exits, ageing, promotion, joiners, cost and counts; people and FTE) of the engine with its checks
 * (kernel and readable), a straightforward numpy version, a scalar C one and one in C with eight
 * organisations in the lanes of a vector, in one run, best of several repeats. Processor time is counted,
 * so that other work on the machine disturbs less. All must agree to 1e-9. Then a run of one organisation
 * that differs in rates only, and how time grows with size.
 */
export async function runEngineBenchmark(): Promise<BenchmarkRow[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wholetime-bench-'));
  try {
    const organisations = benchmarkOrganisations();
    const file = join(folder, 'case.bin');
    await writeFile(file, encodeCase(organisations));
    const engine = measureEngine(organisations.map((input) => () => simulate(input)));
    const rows = [row('engine, one core', engine, engine)];
    rows.push(
      await reference('readable engine (TypeScript)', engine, async () =>
        measureEngine(organisations.map((input) => () => simulateReadable(input, { cellMonths: [] }))),
      ),
    );
    rows.push(await reference('numpy', engine, () => runNumpy(file)));
    rows.push(await reference('C -O3, scalar', engine, () => runC('engine_step.c', ['-O3'], folder, file)));
    const native = ['-O3', '-march=native', '-Wno-psabi'];
    rows.push(
      await reference('C, 8 organisations in lanes', engine, () =>
        runC('engine_step_lanes.c', native, folder, file),
      ),
    );
    return [...rows, ...engineRunRows(), ...engineGrowthRows()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function row(name: string, result: StepResult, engine: StepResult): BenchmarkRow {
  const value = (result.seconds * 1e9) / CELL_STEPS;
  return { name, value, unit: 'ns per cell-step', ratio: result.seconds / engine.seconds, note: '' };
}

function measureEngine(runs: readonly (() => EngineOutput)[]): StepResult {
  let outputs: EngineOutput[] = [];
  const seconds = bestSeconds(REPEATS, () => {
    outputs = runs.map((each) => each());
  });
  const groups = outputs.flatMap((output) => output.groups);
  return {
    seconds,
    headcount: groups.map((group) => last(group.headcount)),
    fte: groups.map((group) => last(group.fte)),
    exits: groups.map((group) => sum(group.exits.map((cause) => sum([...cause])))),
    cost: groups.map((group) => sum(group.costs.map((line) => sum([...line])))),
    availableFte: groups.map((group) => last(group.availableFte)),
  };
}

function last(values: Float64Array): number {
  return values.at(-1) ?? NaN;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

async function reference(
  name: string,
  engine: StepResult,
  measure: () => Promise<StepResult>,
): Promise<BenchmarkRow> {
  let result: StepResult;
  try {
    result = await measure();
  } catch (error) {
    const why = error instanceof Error ? error.message.trim().split('\n')[0] : String(error);
    return { name, value: null, unit: 'ns per cell-step', ratio: null, note: `not measured: ${why}` };
  }
  assertAgree(name, engine, result);
  return row(name, result, engine);
}

function assertAgree(name: string, engine: StepResult, other: StepResult): void {
  for (const key of ['headcount', 'fte', 'exits', 'cost', 'availableFte'] as const) {
    const expected = other[key];
    engine[key].forEach((value, index) => {
      const theirs = expected[index] ?? NaN;
      if (!(Math.abs(value - theirs) <= AGREEMENT * Math.abs(theirs))) {
        throw new Error(`${name} and the engine disagree on ${key}[${index}]: ${theirs} and ${value}`);
      }
    });
  }
}

/** The reference programs stand in the source tree; compiled code finds them from its own place. */
function referenceFile(name: string): string {
  const beside = join(__dirname, 'references', name);
  const source = join(__dirname.replace(/([\\/])dist([\\/]apps[\\/]cli)/, '$1$2'), 'references', name);
  return existsSync(beside) ? beside : source;
}

async function runNumpy(file: string): Promise<StepResult> {
  const python = await pythonWithNumpy();
  const { stdout } = await run(python, [referenceFile('engine_step.py'), file, String(REPEATS)]);
  return JSON.parse(stdout) as StepResult;
}

async function pythonWithNumpy(): Promise<string> {
  for (const python of PYTHONS) {
    const isUsable = await run(python, ['-c', 'import numpy']).then(
      () => true,
      () => false,
    );
    if (isUsable) {
      return python;
    }
  }
  throw new Error('no python3 with numpy');
}

async function runC(
  source: string,
  options: readonly string[],
  folder: string,
  file: string,
): Promise<StepResult> {
  const binary = join(folder, source.replace('.c', ''));
  await run('cc', [...options, '-o', binary, referenceFile(source), '-lm']);
  const { stdout } = await run(binary, [file, String(REPEATS)]);
  return JSON.parse(stdout) as StepResult;
}
