import { Workbook } from 'exceljs';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { accessibilityViolations, openOrganisation, ProductInBrowser } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const RATE = 'retention.leaver-rate';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

async function openAssumptions(): Promise<Page> {
  const { page } = await product.visitAs('system-planner');
  await openOrganisation(page, 'West Yorkshire', TRUST);
  await page.getByRole('link', { name: 'Open assumptions' }).click();
  await page.getByRole('grid').waitFor();
  return page;
}

/** The grid of what the list of assumptions offers under a name. */
async function show(page: Page, option: string): Promise<void> {
  await page.getByLabel('Assumption', { exact: true }).selectOption({ label: option });
  const name = new RegExp(`^${option.replace('All of ', '')}$`, 'i');
  await page.getByRole('heading', { level: 2, name }).waitFor();
  await page.locator('[role="grid"] caption', { hasText: /./ }).waitFor({ state: 'attached' });
}

function cell(page: Page, parameter: string, staffGroup: string, year: number): Locator {
  return page.locator(`[data-parameter="${parameter}"][data-cell="${staffGroup}.${year}"]`);
}

function outcome(page: Page): Locator {
  return page.locator('.wt-outcome');
}

async function saved(target: Locator, text: string): Promise<void> {
  await target.and(target.page().locator('[data-state="saved"]')).filter({ hasText: text }).waitFor();
}

async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await target.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

describe('filling', () => {
  it('drags the corner, fills forward to the last year, and copies the cell above', async () => {
    const page = await openAssumptions();
    const at = (group: string, year: number) => cell(page, RATE, group, year);
    await typeInto(page, at('managers', 2026), '7.25');
    await saved(at('managers', 2026), '7.3');
    await typeInto(page, at('managers', 2027), '8');
    await saved(at('managers', 2030), '8.0');

    await at('managers', 2026).click();
    await page.keyboard.press('Control+Shift+F');
    await outcome(page).filter({ hasText: 'Filled 4 cells.' }).waitFor();
    await saved(at('managers', 2030), '7.3');

    await at('managers', 2029).click();
    await page.locator('[data-fill-handle]').hover();
    await page.mouse.down();
    await at('senior-managers', 2029).hover();
    await page.mouse.up();
    await outcome(page).filter({ hasText: 'Filled 1 cell.' }).waitFor();
    await saved(at('senior-managers', 2029), '7.3');

    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: fill of 1 cell.' }).waitFor();
    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: fill of 4 cells.' }).waitFor();
  });
});

describe('every assumption of a module', () => {
  it('stands in one grid, keeps undo through filter, order and page, and has no accessibility violations', async () => {
    const page = await openAssumptions();
    await show(page, 'All of retention');
    await page.getByRole('heading', { level: 2, name: 'Retention', exact: true }).waitFor();
    const target = cell(page, RATE, 'midwives', 2028);
    const before = await target.innerText();
    await typeInto(page, target, '9.1');
    await saved(target, '9.1');
    await page.getByLabel('Find rows').fill('midwi');
    await page.getByLabel('Show').selectOption({ label: 'rows with entered values' });
    await page.getByRole('button', { name: '2028/29' }).click();
    await page
      .getByRole('rowheader', { name: /Midwives/ })
      .first()
      .waitFor();
    await page
      .getByRole('rowheader', { name: /Managers/ })
      .first()
      .waitFor({ state: 'detached' });
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByLabel('Show').selectOption({ label: 'every row' });
    await page.getByRole('link', { name: 'West Yorkshire', exact: true }).first().click();
    await page.goBack();
    await target.click();
    await page.keyboard.press('Control+z');
    await outcome(page)
      .filter({ hasText: /Undone: Midwives, 2028\/29\./ })
      .waitFor();
    await saved(target, before);
  });

  it('offers the answers of a choice', async () => {
    const page = await openAssumptions();
    await show(page, 'All of retention');
    await page.getByLabel('Find rows').fill('Turnover leaves out');
    const choice = page.locator('td.wt-cell--choice').first();
    const before = await choice.innerText();
    await choice.click();
    await page.keyboard.press('Enter');
    const list = choice.getByRole('combobox');
    const answers = await list.getByRole('option').allInnerTexts();
    const other = answers.find((answer) => answer !== before && answer !== 'Inherited value') ?? '';
    await list.selectOption({ label: other });
    await page.keyboard.press('Enter');
    await saved(choice, other);
    await choice.click();
    await page.keyboard.press('Delete');
    await saved(choice, before);
  });
});

describe('thousands of cells', () => {
  it('are drawn as they come into view, told in full to screen readers, and reached by keyboard', async () => {
    const page = await openAssumptions();
    await show(page, 'All assumptions');
    await page.getByRole('heading', { level: 2, name: 'All assumptions' }).waitFor();
    const grid = page.getByRole('grid');
    const rows = Number(await grid.getAttribute('aria-rowcount')) - 1;
    expect(rows).toBeGreaterThan(600);
    const drawn = () => grid.locator('tbody tr[aria-rowindex]').count();
    expect(await drawn()).toBeLessThan(100);
    await grid.locator('td[data-position="0,0"]').click();
    await page.keyboard.press('Control+End');
    expect(await page.evaluate('document.activeElement.dataset.position')).toBe(`${rows - 1},4`);
    expect(await drawn()).toBeLessThan(100);
    await page.evaluate(`document.querySelector('.wt-grid-frame').scrollTo(0, 0)`);
    await grid.locator('td[data-position="3,0"]').waitFor();
    expect(await page.evaluate('document.activeElement.dataset.position')).toBe(`${rows - 1},4`);
    await page.keyboard.press('Control+Home');
    expect(await page.evaluate('document.activeElement.dataset.position')).toBe('0,0');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('without a network', () => {
  it('keeps entries through a reload, says so, and sends them by itself later', async () => {
    const page = await openAssumptions();
    const target = cell(page, RATE, 'midwives', 2030);
    await target.waitFor();
    const edits = '**/api/assumptions';
    await page.route(edits, (route) =>
      route.request().method() === 'PATCH' ? route.abort() : route.continue(),
    );
    await typeInto(page, target, '9.4');
    await page.locator('.wt-save', { hasText: '1 change kept on this computer' }).waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await target.filter({ hasText: '9.4' }).waitFor();
    await page.locator('.wt-save', { hasText: '1 change kept on this computer' }).waitFor();
    await page.unroute(edits);
    await page.evaluate(`window.dispatchEvent(new Event('online'))`);
    await saved(target, '9.4');
    await page.reload();
    await saved(target, '9.4');
  });
});

describe('the effect of an edit', () => {
  it('shows at once, marked preliminary, and reads the same once the service has calculated it', async () => {
    const page = await openAssumptions();
    const figures = page.getByRole('region', { name: 'Headline figures, table' });
    const published = page.locator('[data-figures="published"]');
    const preliminary = page.locator('[data-figures="preliminary"]');
    // The figures follow the selection once it rests.
    const doctors = figures.getByText('HCHS doctors');
    await cell(page, RATE, 'hchs-doctors', 2026).click();
    await doctors.waitFor();
    const before = await figures.innerText();
    let release = (): void => undefined;
    const looked = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/api/assumptions', async (route) => {
      if (route.request().method() === 'PATCH') await looked;
      await route.continue();
    });
    await typeInto(page, cell(page, RATE, 'hchs-doctors', 2026), '21');
    await cell(page, RATE, 'hchs-doctors', 2026).click();
    await preliminary.filter({ has: doctors }).waitFor();
    const changed = page.locator('.wt-headline-change').first();
    expect(await changed.innerText()).toMatch(/^[−+]\d/);
    const numbers = (state: string): Promise<string[]> =>
      page.evaluate(
        `[...document.querySelectorAll('[data-figures="${state}"] td')].map((td) => td.firstChild.textContent)`,
      );
    const worked = await numbers('preliminary');
    release();
    await published.waitFor();
    expect(await numbers('published')).toEqual(worked);
    expect(await figures.innerText()).not.toBe(before);
  });
});

describe('better retention', () => {
  it('is entered as leavers avoided, worked out to a turnover', async () => {
    const page = await openAssumptions();
    const target = cell(page, RATE, 'hchs-doctors', 2027);
    await target.click();
    await page.getByRole('button', { name: 'Enter as leavers avoided or WTE kept' }).click();
    await page.getByLabel('Better retention by').fill('12');
    await page.getByLabel('Given as').selectOption({ label: 'leavers avoided, people' });
    await page.getByRole('button', { name: 'Work out' }).click();
    await page.getByText(/points better retention: 12 leavers avoided in the year, /).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const enter = page.getByRole('button', { name: /^Enter [\d.]+% a year$/ });
    const value = /[\d.]+/.exec(await enter.innerText())?.[0] ?? '';
    await enter.click();
    await saved(target, value);
  });
});

/** The workbook's bytes after a planner has put values in cells of some row. */
async function editedWorkbook(file: string, key: string, values: Readonly<Record<string, number | string>>) {
  const workbook = new Workbook();
  await workbook.xlsx.readFile(file);
  const sheet = workbook.getWorksheet('Assumptions');
  sheet?.eachRow((row) => {
    if (row.getCell(1).value !== key) return;
    for (const [column, value] of Object.entries(values)) row.getCell(column).value = value;
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

describe('an Excel workbook', () => {
  it('comes back with a difference first, then one step that is saved, marked as from Excel, and undone', async () => {
    const page = await openAssumptions();
    await show(page, 'All of retention');
    await page.getByRole('heading', { level: 2, name: 'Retention', exact: true }).waitFor();
    const target = cell(page, RATE, 'ambulance-staff', 2026);
    const before = await target.innerText();
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download Excel' }).click();
    const file = await (await download).path();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
    const buffer = await editedWorkbook(file, `${RATE}|ambulance-staff`, { E: 0.0625, F: 'unknown' });
    await page.getByLabel('Upload Excel').setInputFiles({
      name: 'edited.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer,
    });
    const difference = page.getByRole('region', { name: 'What the workbook changes', exact: true });
    await difference.getByText('The workbook changes 2 cells. Nothing is saved yet.').waitFor();
    expect(await target.innerText()).toBe(before);
    expect(await accessibilityViolations(page)).toEqual([]);
    await difference.getByRole('button', { name: 'Enter 2 changes' }).click();
    await saved(target, '6.3');
    const unreadable = cell(page, RATE, 'ambulance-staff', 2027);
    expect(await unreadable.getAttribute('aria-invalid')).toBe('true');
    await target.click();
    await page.getByRole('button', { name: 'History' }).click();
    const history = page.getByRole('region', { name: 'History of the cell, table' });
    await history.getByRole('cell', { name: 'Excel' }).waitFor();
    await target.click();
    await page.keyboard.press('Control+z');
    await outcome(page).filter({ hasText: 'Undone: import of 2 cells.' }).waitFor();
    await saved(target, before);
  });
});
