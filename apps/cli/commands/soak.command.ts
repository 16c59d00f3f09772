import { setTimeout as pause } from 'node:timers/promises';
import { InvalidArgumentError, type Command } from 'commander';
import { RunningProduct } from '../benchmarks/running-product';
import { memoryLine, type MemoryLine } from '../load/memory-line';
import { putUnderOpenLoad, type LoadOutcome } from '../load/open-load';
import { Planners } from '../load/planners';
import { memoryOfProcesses } from '../load/process-memory';

interface SoakOptions {
  readonly minutes: number;
  readonly rate: number;
}

const SLICE_SECONDS = 10;
const ASK_MILLISECONDS = 200;

/** Adds `soak` to the program. */
export function registerSoak(program: Command): void {
  program
    .command('soak')
    .description(
      'Let planners work on a product of its own for a time, and see whether its memory stays flat',
    )
    .option('--minutes <minutes>', 'how long', wholeNumber, 60)
    .option('--rate <requests>', 'requests a second, one in five an edit', wholeNumber, 5)
    .action(soak);
}

/** @throws Error when memory grew, or anything was answered with an error */
async function soak({ minutes, rate }: SoakOptions): Promise<void> {
  const product = await RunningProduct.start({ WHOLETIME_DRAWS: '0' });
  try {
    const planners = await Planners.of(product);
    const samples = new Map<string, number[]>();
    let failed = 0;
    for (let slice = 1; slice <= (minutes * 60) / SLICE_SECONDS; slice += 1) {
      const load = { perSecond: rate, seconds: SLICE_SECONDS };
      const outcome = await putUnderOpenLoad(() => planners.request(), load);
      failed += outcome.read.failed + outcome.edit.failed;
      const memory = memoryOfProcesses(product.pid);
      for (const [name, megabytes] of memory) samples.set(name, [...(samples.get(name) ?? []), megabytes]);
      process.stderr.write(`${progress(slice * SLICE_SECONDS, outcome)}; ${inWords(memory)}\n`);
    }
    const behind = await planners.untilFresh(() => pause(ASK_MILLISECONDS));
    report(
      [...samples].map(([name, each]) => memoryLine(name, each)),
      { behind, failed },
    );
  } finally {
    await product.stop();
  }
}

function report(
  lines: readonly MemoryLine[],
  { behind, failed }: { readonly behind: number; readonly failed: number },
): void {
  for (const { process: name, early, late, isFlat } of lines) {
    const verdict = isFlat ? 'flat' : 'GROWS';
    process.stdout.write(`${name}: ${early.toFixed(0)} MB early, ${late.toFixed(0)} MB late: ${verdict}\n`);
  }
  process.stdout.write(`every figure of the newest assumptions after ${(behind / 1000).toFixed(1)} s\n`);
  process.stdout.write(`requests that failed: ${failed}\n`);
  const growing = lines.filter(({ isFlat }) => !isFlat).map(({ process: name }) => name);
  if (growing.length > 0) throw new Error(`The memory of ${growing.join(' and ')} grows.`);
  if (failed > 0) throw new Error(`${failed} requests were answered with an error.`);
}

function progress(seconds: number, { read, edit }: LoadOutcome): string {
  const answered = read.answered + edit.answered;
  const refused = read.refused + edit.refused;
  const times = `read p95 ${read.p95.toFixed(0)} ms, edit p95 ${edit.p95.toFixed(0)} ms`;
  return `${seconds} s: ${answered} answered, ${refused} refused, ${times}`;
}

function inWords(memory: ReadonlyMap<string, number>): string {
  return [...memory].map(([name, megabytes]) => `${name} ${megabytes.toFixed(0)} MB`).join(', ');
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}
