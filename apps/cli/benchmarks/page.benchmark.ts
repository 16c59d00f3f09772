import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '#platform';
import type { BenchmarkRow } from './benchmark-row';
import { median } from './browser/key-to-frame';
import { ProductInBrowser } from '../browser/product-in-browser';

const SLOWER = 4;
const BITS_PER_SECOND = 1_600_000;
const LOADS = 5;
const BAR = 'bar 130 KB';
const ASSETS = join(projectRoot(), 'dist/admin-ui/assets');
/** The library of charts and the cards that it draws, which are fetched when the first chart is shown. */
const CHARTS = /^(?:echarts|projection-charts|supply-card|bridge-card|save-links)-|chart-/;
/** The engine of the what-if, which starts beside the page. */
const WORKER = /\.worker-/;

interface PageCase {
  readonly name: string;
  readonly address: string;
  /** What it shows once it is there. */
  readonly sign: string;
  /** Of the first page, which is sign-in or, for who is signed in, the rounds and plans. */
  readonly bar: string;
}

/**
 * The first page as a person with a slow computer and line gets it (4 times slower processor, 1.6 Mbit/s,
 * nothing in the cache): milliseconds to its largest paint; and how much JavaScript each page asks for
 * before charts, compressed with gzip.
 */
export async function runPageBenchmark(): Promise<BenchmarkRow[]> {
  return ProductInBrowser.use(async (product) => {
    const rows = [await firstPaint(product)];
    const context = await product.profile();
    const page = await context.newPage();
    await product.signIn(page);
    const path = await product.trustPath(page);
    const pages: readonly PageCase[] = [
      { name: 'rounds and plans', address: product.address('/'), sign: 'h1', bar: BAR },
      { name: 'overview', address: product.address(path), sign: '.wt-sentence', bar: '' },
      {
        name: 'assumptions',
        address: product.address(`${path}/assumptions`),
        sign: '[role="grid"]',
        bar: '',
      },
      { name: 'module', address: product.address(`${path}/modules/retention`), sign: 'h1', bar: '' },
    ];
    const signIn = { name: 'sign-in', address: product.address('/'), sign: 'form', bar: BAR };
    rows.push(await scripts(await product.profile(), signIn));
    for (const each of pages) rows.push(await scripts(context, each));
    return rows;
  });
}

async function firstPaint(product: ProductInBrowser): Promise<BenchmarkRow> {
  const paints: number[] = [];
  for (let load = 0; load < LOADS; load += 1) {
    const context = await product.profile();
    const page = await context.newPage();
    await slowDown(page);
    await page.goto(product.address('/'));
    await page.getByRole('button', { name: 'Sign in' }).waitFor();
    paints.push(await page.evaluate<number>(LARGEST_PAINT));
    await context.close();
  }
  const note = `bar 1,700 ms; slowest of ${LOADS}: ${Math.max(...paints).toFixed(0)} ms`;
  return {
    name: 'largest paint of the first page, slowed',
    value: median(paints),
    unit: 'ms',
    ratio: null,
    note,
  };
}

const LARGEST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true });
})`;

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = BITS_PER_SECOND / 8;
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
}

/** What a page asks for until it shows its sign. */
async function scripts(
  context: BrowserContext,
  { name, address, sign, bar }: PageCase,
): Promise<BenchmarkRow> {
  const page = await context.newPage();
  const files = new Set<string>();
  page.on('request', (request) => {
    if (request.resourceType() === 'script') files.add(basename(new URL(request.url()).pathname));
  });
  await page.goto(address);
  await page.locator(sign).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.close();
  const charts = [...files].filter((file) => CHARTS.test(file));
  const workers = [...files].filter((file) => WORKER.test(file));
  const own = [...files].filter((file) => !charts.includes(file) && !workers.includes(file));
  const beside = [
    ...(charts.length === 0 ? [] : [`${sizeOf(charts).toFixed(0)} KB of charts`]),
    ...(workers.length === 0 ? [] : [`${sizeOf(workers).toFixed(0)} KB in a worker`]),
  ];
  const note = (bar === '' ? beside : [bar, ...beside]).join('; ');
  return { name: `JavaScript of ${name}`, value: sizeOf(own), unit: 'KB gzip', ratio: null, note };
}

/** Of built files, compressed with gzip, in thousands of bytes. */
function sizeOf(files: readonly string[]): number {
  const sizes = files.map((file) => {
    const compressed = join(ASSETS, `${file}.gz`);
    return existsSync(compressed) ? statSync(compressed).size : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000;
}
