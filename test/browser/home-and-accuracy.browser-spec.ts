import { accessibilityViolations, ProductInBrowser, sidewaysScroll } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

describe('the first page after signing in', () => {
  it('says what needs the person, what is theirs, where rounds stand and when they are recalculated', async () => {
    const { page } = await product.visitAs('system-planner');
    const needs = page.getByRole('region', { name: 'What needs you' });
    await needs
      .getByText(/is to be .* by .*; its state is draft/)
      .first()
      .waitFor();
    const mine = page.getByRole('region', { name: 'My organisations and plans' });
    const own = mine.getByRole('listitem').filter({ hasText: 'Derby and Derbyshire' });
    await own.getByText('Up to date').waitFor();
    expect(await own.innerText()).toMatch(/System planner\s+Draft/i);
    const round = page.getByRole('region', { name: 'Planning round 2026/27 to 2030/31' });
    await round.getByText('Up to date').first().waitFor();
    expect(await round.innerText()).toMatch(
      /2 plans\s+2 draft[\s\S]* by\s+\d+ \w+ 20\d\d[\s\S]*Last recalculated\s+\d\d:\d\d/,
    );
    await round.getByText('Next by schedule').waitFor();
  });

  it('keeps in mind what this computer has not sent, and leads there', async () => {
    const { page } = await product.visitAs('workforce-lead');
    const mine = page.getByRole('region', { name: 'My organisations and plans' });
    await mine.getByRole('link', { name: `Assumptions of ${TRUST}` }).click();
    await page.getByRole('grid').waitFor();
    await page.locator('[data-cell="managers.2026"]').click();
    await page.keyboard.type('999');
    await page.keyboard.press('Enter');
    await page.locator('[data-cell="managers.2026"][data-state]:not([data-state="saved"])').waitFor();
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Home' }).click();
    const needs = page.getByRole('region', { name: 'What needs you' });
    await needs.getByText('1 with an error').waitFor();
    await needs.getByRole('link', { name: 'Open the assumptions to send it' }).click();
    await page.getByRole('grid').waitFor();
  });

  it('needs nothing of someone who only looks on, and shows no schedule that their role does not', async () => {
    const { page } = await product.visitAs('regional-reviewer');
    await page.getByRole('region', { name: 'What needs you' }).getByText('Nothing.').waitFor();
    expect(await page.getByRole('main').innerText()).not.toContain('Next by schedule');
  });
});

describe('the accuracy of projections', () => {
  it('is told in plain words, beside a simple way that the address keeps, by keyboard', async () => {
    const { page } = await product.visitAs('workforce-lead');
    const link = page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Accuracy' });
    await link.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'How accurate were projections?' }).waitFor();
    const sentence = page.locator('.wt-sentence');
    expect(await sentence.innerText()).toMatch(
      /came out \d\.\d% of WTE away.*no change.*\d\.\d%.*likely range/s,
    );
    await page.getByLabel('Projections of').selectOption('England, up to five years ahead');
    await page.getByLabel('Beside').selectOption('Line through the last year');
    await page.reload();
    await sentence.getByText('Line through the last year would have missed less').waitFor();
    const table = page.getByRole('region', { name: 'How far off, by how far ahead, table' });
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Line through the last year/)]),
    );
    expect(await table.getByRole('row').count()).toBe(6);
  });
});

describe('home and accuracy', () => {
  it.each([1400, 320])('are accessible and fit at %i pixels', async (width) => {
    const { page, faults } = await product.visitAs('system-planner', width);
    await page.getByText('Next by schedule').first().waitFor();
    for (const path of ['/', '/accuracy', '/accuracy?about=england&beside=all']) {
      await page.goto(product.url + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .getByRole(path === '/' ? 'listitem' : 'table')
        .first()
        .waitFor();
      expect(await accessibilityViolations(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBe(0);
    }
    expect(faults).toEqual([]);
  });
});
