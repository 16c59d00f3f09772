import type { Locator, Page } from 'playwright-core';
import {
  accessibilityViolations,
  openOrganisation,
  openSystem,
  ProductInBrowser,
  sentence,
} from './product-in-browser.fixture';
import { tablesWithoutFiles } from './table-files.fixture';

const SYSTEM = 'West Yorkshire';
const TRUST = 'Leeds Teaching Hospitals NHS Trust';
/** Lines that are the difference or the share of two figures, which both lead on. */
const OF_TWO = /^(Gap|Vacancy|Requirement less|Likely range)/;

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

interface Cell {
  readonly innerText: string;
  querySelector(selector: string): unknown;
}

interface TableRow {
  readonly children: Iterable<Cell & { readonly tagName: string }>;
}

/** Runs in the page: the headers of rows that have a figure which leads nowhere. */
function unledRows(rows: readonly unknown[]): readonly string[] {
  return (rows as readonly TableRow[]).flatMap(({ children }) => {
    const cells = [...children];
    const figures = cells.filter(({ tagName, innerText }) => tagName === 'TD' && /[0-9]/.test(innerText));
    const header = cells.find(({ tagName }) => tagName === 'TH')?.innerText.trim() ?? '';
    return figures.every((cell) => cell.querySelector('a') !== null) ? [] : [header];
  });
}

async function unledIn(table: Locator): Promise<readonly string[]> {
  await table.locator('tbody tr').first().waitFor();
  const headers = await table.locator('tbody tr').evaluateAll(unledRows);
  return headers.filter((header) => !OF_TWO.test(header));
}

const table = (page: Page, name: string): Locator => page.getByRole('region', { name: `${name}, table` });

/** The number of a sentence or a cell. */
const numberIn = (text: string): number => Number(/[\d,]+(\.\d+)?/.exec(text)?.[0].replaceAll(',', ''));

/** The parts of the sum that is open add up to what is together, as far as rounding shows. */
async function expectParts(page: Page): Promise<void> {
  const parts = table(page, 'Parts of the sum');
  await parts.getByRole('row', { name: /^Together/ }).waitFor();
  const figures = await parts.locator('tbody td').allInnerTexts();
  const numbers = figures.map((text) => (text === '–' ? 0 : numberIn(text)));
  const together = numbers.pop() ?? NaN;
  expect(Math.abs(numbers.reduce((sum, part) => sum + part, 0) - together)).toBeLessThan(numbers.length);
}

describe('each figure', () => {
  it('of an organisation’s overview leads to how it came about: of a sum its parts, of a part its assumptions', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, SYSTEM, TRUST);
    await page.getByRole('button', { name: 'Expand all' }).click();
    await page.getByLabel('Lines').selectOption('all');
    await page
      .getByRole('navigation', { name: /^Supply against/ })
      .getByText('Table')
      .click();
    for (const name of ['Staff groups by year', 'Supply against requirement']) {
      expect([name, await unledIn(table(page, name))]).toEqual([name, []]);
    }
    const figures = page.getByRole('region', { name: /^Key figures at/ });
    expect(await figures.locator('dd a').count()).toBe(4);
    const people = figures.locator('.wt-key-figure', { hasText: 'Headcount' }).getByRole('link');
    const shown = numberIn(await people.innerText());
    await people.press('Enter');
    await sentence(page).getByText('It is the sum of').waitFor();
    expect(await sentence(page).innerText()).toContain(shown.toLocaleString('en-GB'));
    await expectParts(page);
    expect(await tablesWithoutFiles(page)).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await table(page, 'Parts of the sum')
      .getByRole('row', { name: /^Midwives/ })
      .getByRole('link')
      .press('Enter');
    await sentence(page)
      .getByText('Headcount, Midwives')
      .or(sentence(page).getByText(/Midwives/))
      .first()
      .waitFor();
    await table(page, 'Assumptions').getByRole('link').first().waitFor();
    expect(await tablesWithoutFiles(page)).toEqual([]);
  });

  it('of a system’s overview leads to its organisations, and on', async () => {
    const { page } = await product.visitAs('system-planner');
    await openSystem(page, SYSTEM);
    expect(await unledIn(table(page, 'Staff groups by year'))).toEqual([]);
    await table(page, 'Staff groups by year').locator('a[data-figure]').first().press('Enter');
    await sentence(page).getByText('It is the sum of its organisations').waitFor();
    await expectParts(page);
    expect(await tablesWithoutFiles(page)).toEqual([]);
    await table(page, 'Parts of the sum').getByRole('row', { name: TRUST }).getByRole('link').press('Enter');
    await page.getByRole('heading', { level: 1, name: new RegExp(`^${TRUST}`) }).waitFor();
    await sentence(page)
      .getByText(/It is the sum of \d+ staff groups/)
      .waitFor();
  });

  it('of a module that is one measure of a staff group leads on', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, SYSTEM, TRUST);
    await page.goto(`${page.url().split('?')[0]}/modules/growth`);
    const title = 'Funded establishment, requirement and WTE in post at 31 March';
    await page.getByLabel(`Show of ${title}`).selectOption('Midwives');
    const posts = table(page, title);
    await posts.locator('a[data-figure]').first().waitFor();
    await posts.locator('a[data-figure]').first().press('Enter');
    await page.getByRole('heading', { level: 1, name: /how this number came about/ }).waitFor();
    await sentence(page).waitFor();
  });

  it('of scenarios side by side leads to its scenario, and a difference to both', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, SYSTEM, TRUST);
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Scenarios' }).click();
    await page.getByRole('button', { name: 'New what-if on Plan submission' }).press('Enter');
    await page.keyboard.type('Looked into');
    await page.keyboard.press('Enter');
    await page.locator('.wt-scenario[aria-current]', { hasText: 'Looked into' }).waitFor();
    const effect = table(page, 'Effect on the headline lines');
    expect(await unledIn(effect)).toEqual([]);
    await effect
      .getByRole('row', { name: /^Pay bill/ })
      .getByRole('link')
      .last()
      .press('Enter');
    const side = table(page, 'Side by side');
    await side.getByRole('columnheader', { name: 'Pay bill' }).waitFor();
    expect(await unledIn(side)).toEqual([]);
    expect(await tablesWithoutFiles(page)).toEqual([]);
    await side
      .getByRole('row', { name: /^Looked into/ })
      .getByRole('link')
      .last()
      .press('Enter');
    await sentence(page).getByText('Pay bill').waitFor();
  });
});

describe('each assumption', () => {
  it('says where its value comes from: the value, the level, the source', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, SYSTEM, TRUST);
    await page.goto(`${page.url().split('?')[0]}/assumptions?module=retention`);
    await page.getByRole('heading', { level: 2, name: 'Retention', exact: true }).waitFor();
    const cells = page.locator('td[data-cell]');
    const line = page.locator('.wt-selected-cell');
    const count = Math.min(60, await cells.count());
    for (let place = 0; place < count; place += 3) {
      await cells.nth(place).click();
      const shown = await cells.nth(place).innerText();
      await line.filter({ hasText: shown.trim() }).waitFor();
      expect(await line.innerText()).toMatch(/(National default|Entered|Calibrated|The sum of)/);
    }
  });
});
