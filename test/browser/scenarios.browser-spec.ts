import type { Page } from 'playwright-core';
import {
  accessibilityViolations,
  openOrganisation,
  ProductInBrowser,
  sentence,
  sidewaysScroll,
} from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const NURSES = 'nurses-and-health-visitors';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

const menu = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name, exact: true });

/** Presses Enter on what a keyboard user has moved to. */
async function press(page: Page, role: 'link' | 'button' | 'checkbox', name: string | RegExp): Promise<void> {
  const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await target.focus();
  await page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter');
}

async function makeWhatIf(page: Page, name: string): Promise<void> {
  await menu(page, 'Scenarios').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Scenarios of the round' }).waitFor();
  await press(page, 'button', 'New what-if on Plan submission');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.locator('.wt-scenario[aria-current]', { hasText: name }).waitFor();
}

describe('a what-if', () => {
  it('is made, changed, compared in what it assumes and does, renamed and put aside, by keyboard', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    await makeWhatIf(page, 'Nurses stay');
    await page.getByText('Nurses stay and Plan submission assume the same here.').waitFor();
    await press(page, 'link', 'Change its assumptions');
    await page.getByRole('grid').waitFor();
    await page.locator(`[data-cell="${NURSES}.2027"]`).click();
    await page.keyboard.type('3%');
    await page.keyboard.press('Enter');
    await page.locator(`[data-cell="${NURSES}.2027"][data-state="saved"]`).waitFor();
    await menu(page, 'Scenarios').click();

    const difference = page.getByRole('region', { name: 'Difference of assumptions, table' });
    await difference.getByText('Nurses & health visitors').waitFor();
    expect(await difference.getByRole('rowheader').count()).toBe(1);
    const effect = page.getByRole('region', { name: 'Effect on the headline lines, table' });
    await effect.getByRole('row', { name: /^Staff in post, WTE 0 0 \+/ }).waitFor();
    await page.getByRole('img', { name: 'Line chart of Nurses stay, Plan submission.' }).waitFor();
    await press(page, 'button', 'Work out which module does it');
    await page.getByText(/more than Plan submission; most of it through retention/).waitFor();

    await press(page, 'button', 'Rename Nurses stay');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Plan submission');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('already has a scenario of this name').waitFor();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Nurses stay longer');
    await page.keyboard.press('Enter');
    await page.locator('.wt-scenario[aria-current]', { hasText: 'Nurses stay longer' }).waitFor();
    await press(page, 'button', 'Archive Nurses stay longer');
    await page.locator('.wt-scenario[aria-current]', { hasText: 'Archived' }).waitFor();
    expect(await page.getByRole('button', { name: 'Restore Nurses stay longer' }).count()).toBe(1);
  });

  it('stands side by side with others as the address says, for the line and staff group chosen', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    await makeWhatIf(page, 'First');
    await makeWhatIf(page, 'Second');
    await press(page, 'checkbox', 'Compare with First');
    await page.getByLabel('Line side by side').selectOption('Pay bill');
    await page
      .getByRole('navigation', { name: /^Side by side/ })
      .getByText('Table')
      .click();
    await page.reload();
    const table = page.getByRole('region', { name: 'Side by side, table' });
    await table.getByRole('rowheader', { name: 'First' }).waitFor();
    expect(await table.getByRole('rowheader').allInnerTexts()).toEqual([
      'Second',
      'Plan submission',
      'First',
    ]);
    expect(await table.getByRole('columnheader').first().innerText()).toBe('Pay bill');
  });

  it('offers nothing to change to someone who only looks on', async () => {
    const { page } = await product.visitAs('auditor');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    await menu(page, 'Scenarios').click();
    await page.getByRole('heading', { name: 'Scenarios of the round' }).waitFor();
    await page.getByText('shown on this page').waitFor();
    expect(await page.getByRole('button', { name: /New what-if|Rename|Archive/ }).count()).toBe(0);
  });
});

describe('questions about the plan', () => {
  it('what matters most is worked out, given up and asked again', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    await page.getByRole('heading', { name: /^Key figures at 31 March 2031/ }).waitFor();
    await press(page, 'button', 'What matters most');
    await page
      .getByRole('button', { name: 'Cancel' })
      .or(page.getByText(/matters most: between/))
      .first()
      .waitFor();
    await page.reload();
    await page.getByText(/matters most: between its low and its high/).waitFor();
    await page
      .getByRole('navigation', { name: 'What matters most: chart or table' })
      .getByText('Table')
      .click();
    const table = page.getByRole('region', { name: 'What matters most, table' });
    await table.getByRole('row').nth(5).waitFor();
  });

  it('shows where the gap is widest, with its table to keep, and what the person can see to', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    const heat = page.getByRole('region', { name: 'Gap between staff in post and requirement, table' });
    await heat.getByRole('rowheader').nth(8).waitFor();
    await heat.getByRole('button', { name: 'Midwives', exact: true }).click();
    await sentence(page).getByText('Midwives').waitFor();
    await page.getByRole('heading', { name: 'Problems' }).waitFor();
  });
});

describe('scenarios and overview', () => {
  it.each([1400, 320])('are accessible and fit at %i pixels', async (width) => {
    const { page, faults } = await product.visitAs('system-planner', width);
    await openOrganisation(page, 'West Yorkshire', TRUST);
    const overview = page.url();
    await page.goto(`${overview}?ask=matters`);
    await page.getByText(/matters most: between/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    await page.goto(`${overview}/scenarios`);
    await page.getByRole('heading', { name: 'Difference of assumptions' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(faults).toEqual([]);
  });
});
