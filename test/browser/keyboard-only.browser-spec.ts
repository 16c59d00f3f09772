import type { Page } from 'playwright-core';
import {
  openOrganisation,
  openOwnOrganisation,
  ProductInBrowser,
  sentence,
} from './product-in-browser.fixture';

const SYSTEM = 'West Yorkshire';
const TRUST = 'Leeds Teaching Hospitals NHS Trust';
/** As many stops as the longest of these pages has, and more. */
const MOST_STOPS = 250;
const PATIENCE = { timeout: 240_000 } as const;

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** What is focused, by the name that it is known by. */
const FOCUSED = `(() => {
  const focused = document.activeElement;
  const named = focused.getAttribute('aria-label') ?? focused.labels?.[0]?.innerText;
  return (named ?? focused.innerText ?? '').replace(/\\s+/g, ' ').trim();
})()`;

/** Goes on by the Tab key alone until what has the name is focused. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(FOCUSED);
    if (typeof name === 'string' ? focused === name : name.test(focused)) return;
    seen.push(focused);
  }
  throw new Error(`The Tab key does not lead to ${String(name)}; it led to ${seen.join(', ')}.`);
}

/** Chooses in the focused list by typing the beginning of a choice. */
async function choose(page: Page, beginning: string): Promise<void> {
  await page.keyboard.type(beginning);
}

it('freezes a plan, gives a reason and reforecasts, in the year', async () => {
  const { page } = await product.visitAs('system-planner');
  await openOrganisation(page, SYSTEM, TRUST);
  await page.goto(`${page.url().split('?')[0]}/in-the-year?group=midwives`);
  await page.getByRole('button', { name: 'Freeze the figures of this scenario' }).waitFor();
  await tabTo(page, 'Freeze the figures of this scenario');
  await page.keyboard.press('Enter');
  await sentence(page).getByText('No actual figures are loaded yet.').waitFor();
  await page.getByLabel('Upload actual figures (CSV)').setInputFiles({
    name: 'actuals.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('staff_group,month,substantive\nmidwives,2026-03,620\nmidwives,2026-04,615.25'),
  });
  await page.getByRole('button', { name: 'Save the figures' }).waitFor();
  await tabTo(page, 'Save the figures');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Give or change a reason' }).waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Give or change a reason' }).waitFor();
  await tabTo(page, 'Give or change a reason');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Reason');
  await page.keyboard.type('A late intake');
  await tabTo(page, 'Owner');
  await page.keyboard.type('Head of midwifery');
  await page.keyboard.press('Enter');
  await page.getByText('Owner: Head of midwifery.').waitFor();
  await page.reload();
  await page.getByRole('button', { name: 'Reforecast', exact: true }).waitFor();
  await tabTo(page, 'Reforecast');
  await page.keyboard.press('Enter');
  await tabTo(page, 'Joiners expected in March 2027');
  await page.keyboard.type('6.5');
  await tabTo(page, 'Why is it reforecast?');
  await page.keyboard.type('Two more from abroad');
  await tabTo(page, 'Save the reforecast');
  await page.keyboard.press('Enter');
  await page.getByText('“Two more from abroad” Version 1').waitFor();
});

it('finds a plan that closes the gap, and accepts a part of it', async () => {
  const { page } = await product.visitAs('workforce-lead');
  await openOwnOrganisation(page, TRUST);
  await sentence(page).waitFor();
  await page.goto(`${page.url().split('?')[0]}/close-the-gap?futures=0`);
  await page.getByRole('button', { name: 'Find the plan' }).waitFor();
  await tabTo(page, 'Find the plan');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The proposal beside the plan' }).waitFor(PATIENCE);
  const lines = page.getByRole('region', { name: 'Lines of the proposal, table' });
  const choices = await lines.getByRole('checkbox').count();
  await tabTo(page, 'Lines of the proposal, table');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await tabTo(page, /^Accept \d+ of \d+$/);
  await page.keyboard.press('Enter');
  await lines
    .getByRole('link', { name: /^Accepted into/ })
    .first()
    .waitFor();
  expect(choices).toBeGreaterThan(await lines.getByRole('checkbox').count());
});

it('adds to the mapping of ESR extracts, and takes it away again', async () => {
  const { page } = await product.visitAs('workforce-lead');
  await page.goto(`${product.url}/data/esr`);
  await page.getByRole('button', { name: 'Add to the mapping' }).waitFor();
  await tabTo(page, /^What is mapped/);
  await choose(page, 'Pay');
  await tabTo(page, /^In the extract/);
  await page.keyboard.type('Scale 7');
  await tabTo(page, /^Read as/);
  await choose(page, 'Band 7');
  await tabTo(page, 'Add to the mapping');
  await page.keyboard.press('Enter');
  const mapping = page.getByRole('region', { name: 'Mapping, table' });
  await mapping.getByRole('row', { name: /Scale 7/ }).waitFor();
  await tabTo(page, 'Mapping, table');
  await tabTo(page, 'Remove Scale 7');
  await page.keyboard.press('Enter');
  await page.getByText('Nothing is added yet.').waitFor();
});
