import { setTimeout as pause } from 'node:timers/promises';
import { putUnderOpenLoad, type LoadOutcome, type LoadTally } from '../load/open-load';
import { Planners } from '../load/planners';
import type { BenchmarkRow } from './benchmark-row';
import { RunningProduct } from './running-product';

const RATES = [10, 20, 40, 80, 160, 320];
const SECONDS = 12;
const WARM_UP = { perSecond: 10, seconds: 5 };
const ASK_MILLISECONDS = 100;

/**
 * Planners reading and editing while runs go on, at rising rates: what is answered, how fast, what is refused with the
 * time to come back, and how long the runs need afterwards until every figure is of the newest assumptions.
 */
export async function runLoadBenchmark(): Promise<BenchmarkRow[]> {
  const product = await RunningProduct.start({ WHOLETIME_DRAWS: '0' });
  try {
    const planners = await Planners.of(product);
    await putUnderOpenLoad(() => planners.request(), WARM_UP);
    const rows: BenchmarkRow[] = [];
    for (const perSecond of RATES) {
      const outcome = await putUnderOpenLoad(() => planners.request(), { perSecond, seconds: SECONDS });
      const behind = await planners.untilFresh(() => pause(ASK_MILLISECONDS));
      rows.push(rowOf(perSecond, outcome, behind));
    }
    return rows;
  } finally {
    await product.stop();
  }
}

function rowOf(perSecond: number, { seconds, read, edit }: LoadOutcome, behind: number): BenchmarkRow {
  return {
    name: `load of ${perSecond} requests a second, one in five an edit`,
    value: (read.answered + edit.answered) / seconds,
    unit: 'answers a second',
    ratio: null,
    note: `${inWords('read', read)}; ${inWords('edit', edit)}; every figure newest after ${(behind / 1000).toFixed(1)} s`,
  };
}

function inWords(kind: string, { p50, p95, refused, failed }: LoadTally): string {
  return `${kind} ${p50.toFixed(0)} / ${p95.toFixed(0)} ms (median / p95), ${refused} refused, ${failed} failed`;
}
