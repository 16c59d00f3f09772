import type { Locator, Page } from 'playwright-core';
import {
  accessibilityViolations,
  openOrganisation,
  openOwnOrganisation,
  openSystem,
  ProductInBrowser,
  sidewaysScroll,
} from './product-in-browser.fixture';

const SYSTEM = 'West Yorkshire';
const TRUST = 'Leeds Teaching Hospitals NHS Trust';
/** Its plan is as the demo has it: no test accepts anything there. */
const UNTOUCHED_TRUST = 'Bradford Teaching Hospitals NHS Foundation Trust';
const NURSES = 'Nurses & health visitors';
/** A whole system is worked out on a machine that may do much else. */
const PATIENCE = { timeout: 240_000 } as const;

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

const answered = (page: Page): Promise<void> =>
  page.getByRole('heading', { name: 'The proposal beside the plan' }).waitFor(PATIENCE);

const sentenceOf = (page: Page): Locator => page.locator('.wt-sentence');

async function expectAccessible(page: Page): Promise<void> {
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
}

/** The optimiser's page of what is open, with what its form is filled in with. */
async function openPage(page: Page, filledIn = ''): Promise<void> {
  await page.goto(`${page.url().split('?')[0] ?? ''}/close-the-gap${filledIn}`);
  await page.getByRole('heading', { name: 'What must hold and what may move' }).waitFor();
}

async function findPlan(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Find the plan' }).press('Enter');
  await page.locator('[aria-label="Answer"]:focus').waitFor();
}

/** The first line of a table's file by the page's own link. */
async function fileOf(page: Page, title: string): Promise<string> {
  const href = await page
    .getByRole('link', { name: `CSV of table ${title}`, exact: true })
    .getAttribute('href');
  const answer = await page.request.get(product.url + (href ?? ''));
  expect([title, answer.status()]).toEqual([title, 200]);
  return answer.text();
}

describe('closing the gap', () => {
  it('leads by keyboard from a gap to a plan, how sure it is, and what if not', async () => {
    const { page, faults } = await product.visitAs('system-planner');
    await openOrganisation(page, SYSTEM, TRUST);
    await page.getByRole('link', { name: `close the gap of ${NURSES}, 2029/30` }).press('Enter');
    await page.getByRole('heading', { name: 'What must hold and what may move' }).waitFor();
    expect(await page.getByLabel('Shortfall after bank and agency, 2029/30').inputValue()).toBe('50%');
    expect(await page.getByLabel('Shortfall after bank and agency, 2030/31').inputValue()).toBe('');
    await findPlan(page);
    await answered(page);
    await sentenceOf(page)
      .getByText(/in 2029\/30: .* WTE as planned, .* WTE with the proposal, for/)
      .waitFor();
    await page.getByText(/^In \d+ of 100 possible futures no more is missing than/).waitFor();
    await page.getByText(/^Least to regret: /).waitFor();
    await page.getByText(/^The failure that hurts most: .* WTE more are missing as assumed/).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Demo system planner: Answered' }).waitFor();
    for (const title of [
      'How sure it is',
      'Cost against shortfall',
      'Regret in other futures',
      'If one lever fails',
    ]) {
      await page.getByRole('img', { name: `Chart of ${title}.` }).waitFor();
      expect(await fileOf(page, title)).toContain(title);
      for (const format of ['PNG', 'SVG']) {
        const download = page.waitForEvent('download');
        await page.getByRole('button', { name: `Save ${format} of ${title}` }).press('Enter');
        expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
      }
    }
    for (const title of ['Lever by lever', 'Limits', 'Accept all or part']) await fileOf(page, title);
    await expectAccessible(page);
    await page
      .getByRole('navigation', { name: 'Regret in other futures: chart or table' })
      .getByText('Table')
      .press('Enter');
    await page
      .getByRole('region', { name: 'Regret in other futures, table' })
      .getByRole('row', { name: /^Half the overseas arrivals/ })
      .waitFor();
    expect(faults).toEqual([]);
  });

  it('is accepted in part, marked in the grid until a person gives a basis, and asked for before a return', async () => {
    const { page, faults } = await product.visitAs('workforce-lead');
    await openOwnOrganisation(page, TRUST);
    await sentenceOf(page).waitFor();
    await openPage(page, '?futures=0');
    await findPlan(page);
    await answered(page);
    const lines = page.getByRole('region', { name: 'Lines of the proposal, table' });
    const choices = await lines.getByRole('checkbox').count();
    expect(choices).toBeGreaterThan(1);
    await lines.getByRole('checkbox').first().press('Space');
    await page.getByRole('button', { name: `Accept ${choices - 1} of ${choices}` }).press('Enter');
    await lines
      .getByRole('link', { name: /^Accepted into/ })
      .first()
      .waitFor();
    expect(await lines.getByRole('checkbox').count()).toBe(1);

    await page.goto(product.url);
    await page.getByRole('link', { name: 'Returns and plans: status and sign-off' }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Returns and plans/ }).waitFor();
    await page.getByRole('link', { name: TRUST, exact: true }).click();
    await page.getByRole('link', { name: 'Checks', exact: true }).click();
    const finding = page.getByRole('listitem').filter({ hasText: 'stand as proposed by optimiser' });
    await finding.getByRole('link').press('Enter');

    const grid = page.getByRole('grid');
    await grid.waitFor();
    const marked = page.locator('td.wt-cell--proposed');
    const before = await marked.count();
    expect(before).toBeGreaterThan(0);
    await page.getByText('rows proposed by optimiser').waitFor({ state: 'attached' });
    await marked.first().click();
    await page.getByText('A return needs a basis of your own in place of these words.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Range, source and reason' }).press('Enter');
    await page.getByLabel('Source or basis').fill('Recruitment plan, people board of 12 March');
    // What was proposed may be far from what was: as any such value, it needs a reason as well.
    await page.getByLabel('Reason or note').fill('Agreed by the people board');
    await page.getByLabel('Reason or note').press('Enter');
    await page.locator('[data-save="saved"]', { hasText: 'Saved' }).waitFor();
    await marked.nth(before - 1).waitFor({ state: 'detached' });
    expect(await marked.count()).toBe(before - 1);
    expect(faults).toEqual([]);
  });

  it('finds the value of one assumption for one target, and its address restores the question', async () => {
    const { page } = await product.visitAs('system-planner', 320);
    await openOrganisation(page, SYSTEM, TRUST);
    await openPage(page);
    await page.getByLabel('Highest').fill('15%');
    await page.getByRole('button', { name: 'Find the value' }).press('Enter');
    await sentenceOf(page).waitFor(PATIENCE);
    expect(await sentenceOf(page).textContent()).toMatch(/reaches it|comes closest|met already/);
    await expectAccessible(page);
    await page.reload();
    await sentenceOf(page).waitFor();
    expect(await page.getByLabel('Highest').inputValue()).toBe('15%');
  });
});

describe('closing the gap of a system', () => {
  it('shares what organisations find between them, and answers for each', async () => {
    const { page } = await product.visitAs('system-planner');
    await openSystem(page, SYSTEM);
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Scenarios' }).click();
    await page.getByRole('link', { name: 'Close its gap' }).press('Enter');
    await page.getByRole('heading', { name: 'What organisations share' }).waitFor();
    await page.getByLabel('Newly qualified recruits that all share, 2030/31').fill('100');
    await page.getByRole('button', { name: 'Find the plan' }).press('Enter');
    const problem = page.getByRole('alert').filter({ hasText: 'There is a problem' });
    await problem
      .getByRole('link', { name: 'Newly qualified recruits that all share: 2026/27 is blank.' })
      .click();
    await page.locator('[aria-label="Newly qualified recruits that all share, 2026/27"]:focus').waitFor();
    for (const year of ['2026/27', '2027/28', '2028/29', '2029/30']) {
      await page.getByLabel(`Newly qualified recruits that all share, ${year}`).fill('50');
    }
    await page.getByLabel('Check it').selectOption('No: as assumed only');
    await page.reload();
    expect(await page.getByLabel('Newly qualified recruits that all share, 2030/31').inputValue()).toBe(
      '100',
    );
    await findPlan(page);
    await answered(page);
    const lines = page.getByRole('region', { name: 'Lines of the proposal, table' });
    const shared = await lines
      .getByRole('row', { name: /^\s*Newly qualified recruits/ })
      .evaluateAll((rows) =>
        rows.map((row) =>
          Number([...(row as unknown as { cells: { innerText: string }[] }).cells].at(-3)?.innerText),
        ),
      );
    expect(shared.reduce((sum, people) => sum + people, 0)).toBeLessThanOrEqual(100.5);
    const all = lines.getByRole('checkbox', { name: `All of ${TRUST}` });
    const open = await page.getByRole('button', { name: /^Accept \d+ of \d+$/ }).textContent();
    await all.press('Space');
    const fewer = await page.getByRole('button', { name: /^Accept \d+ of \d+$/ }).textContent();
    expect(fewer).not.toBe(open);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 800 });
    await expectAccessible(page);

    await page.getByRole('button', { name: 'Change what was asked' }).press('Enter');
    await page.locator('h2:focus', { hasText: 'What must hold and what may move' }).waitFor();
    await page.getByLabel('Check it').selectOption('Over 500 possible futures');
    await page.getByRole('button', { name: 'Find the plan' }).press('Enter');
    await page.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await page.getByRole('heading', { name: 'Cancelled' }).waitFor(PATIENCE);
    await expectAccessible(page);
  });
});

describe('closing a gap that can’t be closed', () => {
  it('says which limits contradict one another, and what change helps', async () => {
    const { page } = await product.visitAs('system-planner', 320);
    await openOrganisation(page, SYSTEM, TRUST);
    await openPage(page, '?futures=0&limit.shortfall.2026=0&limit.pay-bill.2026=90%25');
    await findPlan(page);
    await page.getByRole('heading', { name: 'Limits that contradict one another' }).waitFor(PATIENCE);
    await page.getByText('No plan keeps all limits together.').waitFor();
    await page
      .getByText(/^The smallest change that helps/)
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  it('says where a most is missing', async () => {
    const { page } = await product.visitAs('system-planner', 320);
    await openOrganisation(page, SYSTEM, UNTOUCHED_TRUST);
    await openPage(page, '?futures=0&most.agency-reduction=');
    await findPlan(page);
    await page.getByText(/set a most for .*Reduction of agency use/).waitFor(PATIENCE);
    await expectAccessible(page);
  });

  it('is not offered to who may only look, nor shown to who may not, nor found where nothing is', async () => {
    const { page: looking } = await product.visitAs('clinical-lead', 320);
    await openOrganisation(looking, SYSTEM, TRUST);
    await looking.goto(`${looking.url()}/close-the-gap`);
    await looking.getByText('You can look at what was asked here.').waitFor();
    expect(await looking.getByRole('button', { name: 'Find the plan' }).count()).toBe(0);
    await expectAccessible(looking);
    await looking.goto(`${looking.url()}?proposal=00000000-0000-4000-8000-000000000000`);
    await looking.getByRole('heading', { name: 'There is nothing at this address' }).waitFor();
    await expectAccessible(looking);

    const { page } = await product.visitAs('system-planner');
    await openSystem(page, SYSTEM);
    const { page: outside } = await product.visitAs('workforce-lead', 320);
    await outside.goto(`${page.url()}/close-the-gap`);
    await outside
      .getByRole('heading', { name: /^(You don’t have access to this|There is nothing at this address)$/ })
      .waitFor();
    await expectAccessible(outside);
  });
});
