import type { Page } from 'playwright-core';
import type { BenchmarkRow } from './benchmark-row';
import { median, onceThere, percentile } from './browser/key-to-frame';
import { ProductInBrowser } from '../browser/product-in-browser';

const CELL = '[data-parameter="retention.leaver-rate"][data-cell="nurses-and-health-visitors.2026"]';
const EDITS = 20;
const BAR = 'bar 50 ms';

/** Notes how long the worker takes with each question, and when the figures beside the grid change. */
const NOTE_ANSWERS = `
  window.answers = [];
  window.shown = null;
  window.Worker = class extends Worker {
    postMessage(message) {
      const asked = performance.now();
      if (message.kind === 'edits')
        this.addEventListener('message', () => window.answers.push(performance.now() - asked), { once: true });
      super.postMessage(message);
    }
  };
  const isFigure = ({ target }) =>
    (target instanceof Element ? target : target.parentElement)?.closest('[data-figures]') != null;
  window.addEventListener('keydown', ({ key, timeStamp }) => {
    if (key !== 'Enter') return;
    const observer = new MutationObserver((changes) => {
      if (!changes.some(isFigure)) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const afterFrame = new MessageChannel();
        afterFrame.port1.onmessage = () => { window.shown = performance.now() - timeStamp; };
        afterFrame.port2.postMessage(null);
      });
    });
    window.shown = null;
    observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  }, { capture: true });`;

/**
 * What an edit makes of the figures of one large trust, projected anew in the page's worker: milliseconds
 * from Enter to the frame that shows them, and of these the worker's, with its messages. The real product
 * saves and projects each edit meanwhile, on the same machine.
 */
export async function runWhatIfBenchmark(): Promise<BenchmarkRow[]> {
  return ProductInBrowser.use(async (product) => {
    const context = await product.profile();
    const page = await context.newPage();
    await page.addInitScript(NOTE_ANSWERS);
    await product.signIn(page);
    const path = await product.trustPath(page);
    await page.goto(product.address(`${path}/assumptions?parameter=retention.leaver-rate`));
    await page.locator('[data-figures]').waitFor();
    await enter(page, '7');
    const shown: number[] = [];
    const answers: number[] = [];
    for (let edit = 0; edit < EDITS; edit += 1) {
      const measured = await enter(page, String(8 + edit / 2));
      shown.push(measured.shown);
      answers.push(measured.answer);
    }
    return [row('from Enter to the figures', shown), row('of these, the worker with its messages', answers)];
  });
}

/** One edit, once the one before is saved and projected. */
async function enter(page: Page, text: string): Promise<{ readonly shown: number; readonly answer: number }> {
  await page.locator(CELL).click();
  await page.keyboard.type(text);
  await page.evaluate('window.answers.length = 0');
  await page.keyboard.press('Enter');
  const shown = await onceThere<number>(page, 'window.shown');
  const answer = await onceThere<number>(page, 'window.answers[0]');
  await page.locator('[data-save="saved"]').waitFor();
  await page.locator('[data-figures="published"]').waitFor();
  return { shown, answer };
}

function row(name: string, values: readonly number[]): BenchmarkRow {
  const note = `${percentile(values, 0.95).toFixed(0)} ms in 95 of 100; ${BAR}`;
  return { name, value: median(values), unit: 'ms', ratio: null, note };
}
