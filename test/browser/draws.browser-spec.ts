import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import type * as Engine from '#modules/projection';
import { uncertainProjection, uncertainSmallTeams } from '../support/uncertain-projection';

const BUNDLE = join(__dirname, '../../dist/engine/engine.cjs');
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** A Web Worker that loads the bundle as it is and answers with the bytes of the draws, two digits each. */
const WORKER = `
  const module = { exports: {} };
  const exports = module.exports;
  BUNDLE
  onmessage = ({ data }) => {
    const { table } = module.exports.projectDraws(data);
    const bytes = new Uint8Array(table.values.buffer);
    postMessage(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''));
  };
`;

/** In the page: starts the worker on the input and waits for its answer. */
const RUN = `({ source, input }) => new Promise((resolve, reject) => {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = (event) => reject(new Error(event.message));
  worker.postMessage(input);
})`;

describe('the engine bundle in a Web Worker', () => {
  let browser: Browser;

  beforeAll(async () => {
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    browser = await chromium.launch({ executablePath, args: FLAGS });
  });

  afterAll(() => browser.close());

  it.each([
    ['all flows expected', uncertainProjection(30)],
    ['small teams', uncertainSmallTeams(30)],
  ])('draws the same bytes as Node with %s', async (_, input) => {
    const { projectDraws } = createRequire(__filename)(BUNDLE) as typeof Engine;
    const expected = Buffer.from(projectDraws(input).table.values.buffer);
    const page = await browser.newPage();
    const source = WORKER.replace('BUNDLE', () => readFileSync(BUNDLE, 'utf8'));
    const answer: string = await page.evaluate(`(${RUN})(${JSON.stringify({ source, input })})`);
    const bytes = Buffer.from(answer, 'hex');
    expect(bytes).toHaveLength(expected.length);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(
      createHash('sha256').update(expected).digest('hex'),
    );
  });
});
