import { setTimeout as pause } from 'node:timers/promises';
import type { BenchmarkRow } from './benchmark-row';
import { RunningProduct, type Unit } from './running-product';

const EDITS = 40;
const DRAWS = 1000;
/** Pause between two questions: more would measure the questions. */
const ASK_RANGES_MILLISECONDS = 50;
const SYSTEM = 'QWO';
const TRUST = 'RR8';
const CELL = { parameter: 'retention.leaver-rate', staffGroup: 'nurses-and-health-visitors', year: 2027 };

interface Case {
  readonly trust: Unit;
  readonly system: Unit;
  readonly organisations: number;
}

/**
 * From an edit that is saved to figures that can be read over HTTP, on the real queue and database: the
 * trust's, its system's, and (with 1,000 draws) the system's likely range. On the demo's larger system.
 */
export async function runEditBenchmark(): Promise<BenchmarkRow[]> {
  const central = await withProduct('0', editsOf);
  const drawn = await withProduct(String(DRAWS), rangesOf);
  return [
    timesRow('edit to figures of the trust', central.trust, 'p95 of the bar: 500 ms'),
    timesRow('edit to figures of its system', central.system, `${central.organisations} organisations`),
    {
      name: `edit to likely ranges, ${DRAWS} draws`,
      value: drawn.seconds,
      unit: 's',
      ratio: null,
      note: `${drawn.organisations} organisations and their system; the bar for 20 is 15 s`,
    },
  ];
}

async function withProduct<T>(draws: string, measure: (product: RunningProduct) => Promise<T>): Promise<T> {
  const product = await RunningProduct.start({ WHOLETIME_DRAWS: draws });
  try {
    return await measure(product);
  } finally {
    await product.stop();
  }
}

async function editsOf(product: RunningProduct) {
  const found = await caseOf(product);
  await product.untilFresh(found.system);
  const [trust, system]: [number[], number[]] = [[], []];
  for (let edit = 0; edit < EDITS; edit += 1) {
    const started = await save(product, found.trust, 0.08 + edit / 1000);
    trust.push(await product.untilFresh(found.trust, started));
    system.push(await product.untilFresh(found.system, started));
  }
  return { trust, system, organisations: found.organisations };
}

async function rangesOf(product: RunningProduct) {
  const found = await caseOf(product);
  await product.untilFresh(found.system);
  await untilRanges(product, found.system, performance.now());
  const started = await save(product, found.trust, 0.05);
  await product.untilFresh(found.system, started);
  const milliseconds = await untilRanges(product, found.system, started);
  return { seconds: milliseconds / 1000, organisations: found.organisations };
}

async function caseOf(product: RunningProduct): Promise<Case> {
  const { organisation, scenario, organisations } = await product.planOf(SYSTEM);
  const trust = organisations.find(({ code }) => code === TRUST);
  if (trust === undefined) throw new Error(`The plan of ${SYSTEM} has no ${TRUST}.`);
  return {
    trust: { scenarioId: scenario.id, organisationId: trust.id },
    system: { scenarioId: scenario.id, organisationId: organisation.id },
    organisations: organisations.length,
  };
}

interface Grid {
  readonly rows: readonly {
    readonly staffGroup: { readonly code: string };
    readonly cells: readonly { readonly year: number; readonly version: number }[];
  }[];
}

/** Saves an edit. @returns when it was saved */
async function save(product: RunningProduct, unit: Unit, value: number): Promise<number> {
  const { rows } = await product.get<Grid>('assumptions', { ...unit, parameter: CELL.parameter });
  const cells = rows.find(({ staffGroup }) => staffGroup.code === CELL.staffGroup)?.cells ?? [];
  const baseVersion = cells.find(({ year }) => year === CELL.year)?.version ?? 0;
  await product.change('PATCH', 'assumptions', {
    ...unit,
    reason: 'Benchmark',
    edits: [{ ...CELL, operation: 'set', value, baseVersion }],
  });
  return performance.now();
}

async function untilRanges(product: RunningProduct, unit: Unit, started: number): Promise<number> {
  const query = { ...unit, staffGroup: 'all-staff', measure: 'fte' };
  for (;;) {
    const { state } = await product.get<{ readonly state: string }>('projections/ranges', query);
    if (state === 'ready') return performance.now() - started;
    await pause(ASK_RANGES_MILLISECONDS);
  }
}

function timesRow(name: string, milliseconds: readonly number[], note: string): BenchmarkRow {
  const sorted = [...milliseconds].sort((left, right) => left - right);
  const at = (share: number): number => sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
  const spread = `median ${at(0.5).toFixed(0)}, worst ${at(1).toFixed(0)} of ${sorted.length} edits; ${note}`;
  return { name, value: at(0.95), unit: 'ms at p95', ratio: null, note: spread };
}
