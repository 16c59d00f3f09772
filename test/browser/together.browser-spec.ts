import type { Locator, Page } from 'playwright-core';
import { accessibilityViolations, ProductInBrowser, visitGrid } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

function cell(page: Page, name: string): Locator {
  return page.locator(`[data-cell="${name}"]`);
}

async function enter(page: Page, name: string, text: string): Promise<void> {
  await cell(page, name).click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

function saved(page: Page, name: string, text: string): Promise<void> {
  return page.locator(`[data-cell="${name}"][data-state="saved"]`, { hasText: text }).waitFor();
}

/** How far saving has come, in words. */
function saveLine(page: Page): Locator {
  return page.locator('.wt-grid-toolbar');
}

describe('two people at the same assumptions', () => {
  it('see each other and the cell each is in, and choose for each cell that both changed', async () => {
    const { page: mine } = await visitGrid(product, 'system-planner', TRUST);
    const { page: theirs, context } = await visitGrid(product, 'workforce-lead', TRUST);
    await cell(theirs, 'managers.2027').click();
    await mine.locator('.wt-also-here').getByText('Demo workforce lead').waitFor();
    await mine.locator('[data-cell="managers.2027"].wt-cell--visited').waitFor();
    await mine
      .getByTestId('announcements')
      .getByText('Also here: Demo workforce lead.')
      .waitFor({ state: 'attached' });
    expect(await accessibilityViolations(mine)).toEqual([]);

    await context.setOffline(true);
    for (const [year, value] of [
      [2027, '11'],
      [2028, '12'],
    ] as const) {
      await enter(theirs, `managers.${year}`, value);
      await enter(mine, `managers.${year}`, String(Number(value) + 2));
      await saved(mine, `managers.${year}`, `${Number(value) + 2}.0`);
    }
    await saveLine(theirs).getByText('2 changes kept on this computer').waitFor();
    await context.setOffline(false);
    const attention = theirs.getByRole('region', { name: 'Cells that need attention' });
    await attention.getByText('You entered 11.0% a year').waitFor();
    await attention.getByText('saved 13.0% a year').waitFor();
    await attention.getByRole('button', { name: 'Keep mine', exact: true }).first().click();
    await saved(theirs, 'managers.2027', '11.0');
    await attention.getByRole('button', { name: 'Take theirs', exact: true }).click();
    await saved(theirs, 'managers.2028', '14.0');
    await saved(mine, 'managers.2027', '11.0');
  });
});

describe('a network that drops', () => {
  it('loses nothing: entries wait on the computer through a reload, are sent when it is back, and that is said', async () => {
    const { page, context } = await visitGrid(product, 'system-planner', TRUST);
    await context.setOffline(true);
    await enter(page, 'midwives.2027', '9.5');
    await saveLine(page).getByText('1 change kept on this computer').waitFor();
    await enter(page, 'midwives.2028', '9.75');
    await saveLine(page).getByText('2 changes kept on this computer').waitFor();
    await cell(page, 'midwives.2029').click();
    await page.keyboard.type('8.2');
    await page.waitForURL(/midwives\.2029/);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload().catch(() => undefined);

    await context.setOffline(false);
    await page.goto(product.url);
    await page.getByRole('link', { name: 'Open the assumptions to send them' }).waitFor();
    await page.goBack();
    await saveLine(page).getByText('2 changes kept on this computer now sent.').waitFor();
    const editor = page.locator('[data-cell="midwives.2029"] input');
    expect(await editor.inputValue()).toBe('8.2');
    await editor.press('Enter');
    await saved(page, 'midwives.2029', '8.2');
    await page.reload();
    await saved(page, 'midwives.2027', '9.5');
    await saved(page, 'midwives.2028', '9.8');
  });
});
