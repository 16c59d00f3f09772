import type { Page } from 'playwright-core';
import type { BenchmarkRow } from './benchmark-row';
import { framesAfter, median, percentile } from './browser/key-to-frame';
import { ProductInBrowser } from '../browser/product-in-browser';
import { enlargeGrid } from './grid-case';

const SIZES = [3_000, 30_000];
const MODULE = 'retention';
/** Of five years each. */
const PASTED_ROWS = 400;
const ARROWS = 40;
const PASTES = 5;
const SCROLLS = 60;

/**
 * The assumption grid as a planner feels it, at 3,000 and at 30,000 cells: milliseconds from a key, or a
 * paste, to the end of the frame that shows what it did, and how far apart the frames are while it scrolls.
 * Beside the arrow, that of a page with nothing but a table cell that takes the focus: what the browser and
 * this machine need in any case.
 */
export async function runGridBenchmark(): Promise<BenchmarkRow[]> {
  return ProductInBrowser.use(async (product) => {
    const context = await product.profile();
    const page = await context.newPage();
    await product.signIn(page);
    const path = await product.trustPath(page);
    const alone = await emptyPage(await context.newPage());
    const rows = [timed('a cell alone on a page: arrow', alone, '')];
    for (const cells of SIZES) {
      const large = await context.newPage();
      await enlargeGrid(large, cells);
      await large.goto(product.address(`${path}/assumptions?module=${MODULE}`));
      await large.locator('[data-figures]').waitFor();
      rows.push(...(await gridRows(large, `${cells.toLocaleString('en-GB')} cells`, median(alone))));
      await large.close();
    }
    return rows;
  });
}

async function gridRows(page: Page, name: string, least: number): Promise<readonly BenchmarkRow[]> {
  await page.locator('td[data-position="0,0"]').click();
  const moved = await framesAfter(page, 'keydown', arrows(page));
  const { pastes, undos } = await pasted(page);
  const apart = await scrolled(page);
  return [
    timed(`${name}: arrow`, moved, 'bar 30 ms', least),
    timed(`${name}: paste of 2,000`, pastes, 'bar 350 ms'),
    timed(`${name}: undo of 2,000`, undos, ''),
    timed(`${name}: from frame to frame while scrolling`, apart, '16.7 ms at best'),
  ];
}

/** Pastes a block of changed values and takes it back, each several times. */
async function pasted(page: Page): Promise<Record<'pastes' | 'undos', readonly number[]>> {
  const block = await copied(page);
  const pastes: number[] = [];
  const undos: number[] = [];
  for (let time = 1; time <= PASTES; time += 1) {
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(changed(block, time))})`);
    pastes.push(...(await framesAfter(page, 'paste', [() => page.keyboard.press('Control+v')])));
    await page.locator('.wt-outcome', { hasText: 'Pasted 2,000 cells.' }).waitFor();
    await page.locator('[data-save="saved"]').waitFor();
    undos.push(...(await framesAfter(page, 'keydown', [() => page.keyboard.press('Control+z')])));
    await page.locator('[data-save="saved"]').waitFor();
  }
  return { pastes, undos };
}

/** The first rows of the grid as tab-separated text, by Shift and Ctrl+C. */
async function copied(page: Page): Promise<string> {
  const keys = ['End', ...repeat(PASTED_ROWS / 10 - 1, 'PageDown'), ...repeat(9, 'ArrowDown')];
  await page.keyboard.press('Control+Home');
  for (const key of keys) await page.keyboard.press(`Shift+${key}`);
  await page.keyboard.press('Control+c');
  await page.locator('.wt-outcome', { hasText: 'Copied 2,000 cells.' }).waitFor();
  return page.evaluate<string>('navigator.clipboard.readText()');
}

/** The block with every number a little larger, as a spreadsheet would put it on the clipboard. */
function changed(block: string, time: number): string {
  const rows = block.split('\r\n').map((line) => line.split('\t'));
  const larger = rows.map((cells) => cells.map((text) => String(Number(text) * (1 + time / 1_000))));
  return `${larger.map((cells) => cells.join('\t')).join('\r\n')}\r\n`;
}

/** Milliseconds between the frames while the wheel turns. */
async function scrolled(page: Page): Promise<readonly number[]> {
  await page.keyboard.press('Control+Home');
  await page.locator('td[data-position="3,0"]').hover();
  await page.evaluate(`
    window.frames = [];
    const note = (time) => { window.frames.push(time); requestAnimationFrame(note); };
    requestAnimationFrame(note);`);
  for (let turn = 0; turn < SCROLLS; turn += 1) await page.mouse.wheel(0, 240);
  const times = await page.evaluate<readonly number[]>('window.frames');
  return times.slice(1).map((time, index) => time - (times[index] ?? 0));
}

/** A page with one cell, which each press of an arrow colours and focuses. */
async function emptyPage(page: Page): Promise<readonly number[]> {
  await page.setContent('<table><tr><td tabindex="0">1</td></tr></table>');
  await page.evaluate(`addEventListener('keydown', () => {
    const cell = document.querySelector('td');
    cell.blur();
    cell.classList.toggle('marked');
    cell.focus();
  })`);
  return framesAfter(page, 'keydown', arrows(page));
}

const repeat = <T>(times: number, one: T): readonly T[] => Array.from({ length: times }, () => one);

const arrows = (page: Page) => repeat(ARROWS, () => page.keyboard.press('ArrowDown'));

function timed(name: string, measured: readonly number[], note: string, least?: number): BenchmarkRow {
  const middle = median(measured);
  const slow = `${percentile(measured, 0.95).toFixed(0)} ms in 95 of 100`;
  return row(name, middle, [slow, note].filter((text) => text !== '').join('; '), least);
}

function row(name: string, value: number, note: string, least?: number): BenchmarkRow {
  return { name, value, unit: 'ms', ratio: least === undefined ? null : least / value, note };
}
