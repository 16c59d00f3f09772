import type { Locator, Page } from 'playwright-core';
import { openOrganisation, ProductInBrowser } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const NURSES = 'nurses-and-health-visitors';
const MANAGERS = 'managers';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** The leaver rates of a trust, in the submission of its system's plan. */
async function openAssumptions(): Promise<Page> {
  const { page } = await product.visitAs('system-planner');
  await openOrganisation(page, 'West Yorkshire', TRUST);
  await page.getByRole('link', { name: 'Open assumptions' }).click();
  await page.getByRole('grid').waitFor();
  return page;
}

function cell(page: Page, staffGroup: string, year: number): Locator {
  return page.locator(`[data-cell="${staffGroup}.${year}"]`);
}

/** What the last edit did, in words below the grid. */
function outcome(page: Page): Locator {
  return page.locator('.wt-outcome');
}

/** Waits until a cell shows a text and is saved. */
function saved(page: Page, staffGroup: string, year: number, text: string): Promise<void> {
  return page.locator(`[data-cell="${staffGroup}.${year}"][data-state="saved"]`, { hasText: text }).waitFor();
}

async function enter(page: Page, staffGroup: string, year: number, text: string): Promise<void> {
  await cell(page, staffGroup, year).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  await page.keyboard.press('Control+v');
}

describe('editing an assumption', () => {
  it('saves by itself, refreshes the projection beside it, and takes it back by undo', async () => {
    const page = await openAssumptions();
    const projection = page.getByRole('region', { name: 'Projection' });
    const sentence = projection.locator('.wt-projection__sentence');
    await cell(page, NURSES, 2026).click();
    await sentence.getByText('Nurses').waitFor();
    const before = await sentence.innerText();
    const rate = await cell(page, NURSES, 2026).innerText();

    await enter(page, NURSES, 2026, '25%');
    await saved(page, NURSES, 2026, '25.0');
    await saved(page, NURSES, 2030, '25.0');
    await cell(page, NURSES, 2026).click();
    await page.locator('.wt-selected-cell', { hasText: 'Entered by Demo system planner' }).waitFor();
    await sentence.filter({ hasNotText: before }).waitFor();
    await page.locator('.wt-meta [data-freshness="up-to-date"]').waitFor();
    expect(await sentence.innerText()).toMatch(/fewer than at 31 March 2026/);

    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: Nurses & health visitors, 2026/27.' }).waitFor();
    await saved(page, NURSES, 2026, rate);
    await sentence.filter({ hasText: before }).waitFor();

    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('region', { name: 'History of the cell, table' });
    await history.getByText('Reset to the inherited value').waitFor();
    expect(await history.getByText('25.0% a year').count()).toBe(1);
  });

  it('asks a reason for an unusual value and saves it with the reason', async () => {
    const page = await openAssumptions();
    await enter(page, 'midwives', 2027, '45');
    await page.getByLabel('Reason for the unusual value').fill('A unit closes');
    await page.getByRole('button', { name: 'Save with this reason' }).click();
    await saved(page, 'midwives', 2027, '45.0');
    await cell(page, 'midwives', 2027).click();
    await page.getByText('Reason: A unit closes.').waitFor();
  });

  it('shows both values when someone else changed the cell, and saves the one that is chosen', async () => {
    const mine = await openAssumptions();
    const { page: theirs } = await product.visitAs('workforce-lead');
    await theirs.getByRole('link', { name: TRUST }).first().click();
    await theirs.getByRole('link', { name: 'Open assumptions' }).click();
    await enter(theirs, 'hchs-doctors', 2028, '11');
    await saved(theirs, 'hchs-doctors', 2028, '11.0');
    await enter(mine, 'hchs-doctors', 2028, '12');
    const attention = mine.getByRole('region', { name: 'Cells that need attention' });
    await attention.getByText('saved 11.0% a year').waitFor();
    await attention.getByText('You entered 12.0% a year').waitFor();
    await attention.getByRole('button', { name: 'Keep mine' }).click();
    await saved(mine, 'hchs-doctors', 2028, '12.0');
    await attention.waitFor({ state: 'detached' });
  });
});

describe('pasting a block from Excel', () => {
  it('reads what can be read, keeps and marks the rest, changes nothing outside, counts what falls off', async () => {
    const page = await openAssumptions();
    const outside = cell(page, 'senior-managers', 2029);
    const outsideBefore = await outside.innerText();
    const before = await cell(page, MANAGERS, 2029).innerText();
    await cell(page, MANAGERS, 2029).click();
    await paste(page, '8.5%\tn/a\t1\r\n"9.1"\t(3)\t2\r\n');
    await outcome(page).filter({ hasText: 'Pasted 4 cells.' }).waitFor();
    expect(await outcome(page).innerText()).toContain('1 cell can’t be read and is marked.');
    expect(await outcome(page).innerText()).toContain('2 cells fell outside the grid and were not used.');
    await saved(page, MANAGERS, 2029, '8.5');
    expect(await cell(page, MANAGERS, 2030).innerText()).toContain('n/a');
    expect(await cell(page, MANAGERS, 2030).getAttribute('aria-invalid')).toBe('true');
    expect(await outside.innerText()).toBe(outsideBefore);

    await cell(page, MANAGERS, 2029).click();
    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: paste of 4 cells.' }).waitFor();
    await saved(page, MANAGERS, 2029, before);
    await page.reload();
    await saved(page, MANAGERS, 2029, before);
  });

  it('copies a block that can be pasted back', async () => {
    const page = await openAssumptions();
    await enter(page, 'central-functions', 2026, '8.25');
    await saved(page, 'central-functions', 2026, '8.3');
    await cell(page, 'central-functions', 2026).click();
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Control+c');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('8.25\t8.25');
  });
});

describe('the grid by keyboard', () => {
  it('is one stop of the Tab key', async () => {
    const page = await openAssumptions();
    await cell(page, NURSES, 2026).click();
    await page.keyboard.press('Control+End');
    const last = await page.locator('td[role="gridcell"]').last().getAttribute('data-cell');
    expect(await page.locator('td:focus').getAttribute('data-cell')).toBe(last);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.closest('table') === null`)).toBe(true);
  });
});
