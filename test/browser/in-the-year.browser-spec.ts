import {
  accessibilityViolations,
  openOrganisation,
  ProductInBrowser,
  sentence,
  sidewaysScroll,
} from './product-in-browser.fixture';
import { tablesWithoutFiles } from './table-files.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const ACTUALS = [
  'staff_group,month,substantive,joiners,leavers',
  'midwives,2026-03,620,,',
  'midwives,2026-04,615.25,4,8.5',
  'midwives,2026-05,611.5,5,8',
].join('\n');

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

it('holds a year against its plan: frozen, actual figures previewed and saved, the variance in its parts', async () => {
  const { page, faults } = await product.visitAs('system-planner');
  await openOrganisation(page, 'West Yorkshire', TRUST);
  await page.getByRole('link', { name: 'In the year' }).click();
  await page.getByRole('button', { name: 'Freeze the figures of this scenario' }).click();
  await sentence(page).getByText('No actual figures are loaded yet.').waitFor();

  const upload = page.getByLabel('Upload actual figures (CSV)');
  const send = (text: string) =>
    upload.setInputFiles({ name: 'actuals.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await send(ACTUALS.replace('615.25', 'many'));
  await page.getByRole('alert').getByText('line 3, column substantive').waitFor();
  await send(ACTUALS);
  await page.getByText('7 new figures').waitFor();
  await page.getByRole('button', { name: 'Save the figures' }).click();
  await page.getByRole('status').getByText('Saved.').waitFor();

  await page.getByLabel('Staff group').selectOption('Midwives');
  await sentence(page).getByText('Staff in post in May 2026: 611.50 WTE').waitFor();
  const row = page.getByRole('row', { name: /^May 2026/ });
  const figures = (await row.getByRole('cell').allInnerTexts()).map((text) =>
    Math.round(100 * Number(text.replace('−', '-').replaceAll(',', ''))),
  );
  const parts = figures.slice(4);
  expect(parts.length).toBeGreaterThan(4);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(figures[2]);
  await page.getByRole('img', { name: /^Line chart/ }).waitFor();
  for (const format of ['PNG', 'SVG']) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save ${format} of chart Plan against actual` }).press('Enter');
    expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
  }
  expect(await tablesWithoutFiles(page)).toEqual([]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysScroll(page)).toBe(0);
  expect(faults).toEqual([]);
});

it('keeps reasons, thresholds and a reforecast beside the plan', async () => {
  const { page, faults } = await product.visitAs('system-planner');
  await openOrganisation(page, 'West Yorkshire', TRUST);
  await page.getByRole('link', { name: 'In the year' }).click();
  await page.getByLabel('Staff group', { exact: true }).selectOption('Midwives');
  await sentence(page).getByText('Staff in post in May 2026: 611.50 WTE').waitFor();
  await page.getByRole('img', { name: /^Line chart/ }).waitFor();

  await page.getByRole('button', { name: 'Give or change a reason' }).click();
  const reasons = page.getByRole('region', { name: 'Reasons and owners' });
  await reasons.getByRole('textbox', { name: 'Reason' }).fill('The intake came in June.');
  await reasons.getByRole('button', { name: 'Save the reason' }).click();
  await reasons.getByRole('alert').getByText(/owner/i).first().waitFor();
  await reasons.getByRole('textbox', { name: 'Owner' }).fill('Head of midwifery');
  await reasons.getByRole('button', { name: 'Save the reason' }).click();
  await reasons.getByText('Owner: Head of midwifery.').waitFor();

  await page.getByText('From where on a variance is flagged').click();
  await page.getByLabel('Staff in post: Act from, % of plan').fill('0');
  await page.getByLabel('Staff in post: Watch from, % of plan').fill('0');
  await page.getByLabel('Staff in post: Never below').fill('0.01');
  await page.getByRole('button', { name: 'Save the thresholds' }).click();
  const flagged = page.getByRole('region', { name: 'What is flagged', exact: true });
  const midwives = flagged.getByRole('row', { name: /Midwives: Staff in post/ });
  await midwives.getByText('The intake came in June.').waitFor();
  expect(await midwives.getByText('Act', { exact: true }).count()).toBe(1);

  const reforecast = page.getByRole('region', { name: 'Reforecast', exact: true });
  const outturn = page.getByRole('row', { name: /^Staff in post \(WTE\)/ }).last();
  const planned = await outturn.getByRole('cell').first().innerText();
  await reforecast.getByRole('button', { name: 'Reforecast' }).click();
  await reforecast.getByLabel('What is expected of').selectOption('Staff in post');
  await reforecast.getByLabel('Staff in post expected in March 2027').fill('many');
  await reforecast.getByLabel('Why is it reforecast?').fill('Late intake');
  await reforecast.getByRole('button', { name: 'Save the reforecast' }).click();
  await reforecast.getByText('“many” is not a number from 0 up.').waitFor();
  await reforecast.getByLabel('Staff in post expected in March 2027').fill('640.5');
  await reforecast.getByRole('button', { name: 'Save the reforecast' }).click();
  await reforecast.getByText('“Late intake” Version 1').waitFor();
  await outturn.getByText('640.50').waitFor();
  expect(await outturn.getByRole('cell').first().innerText()).toBe(planned);
  expect(await tablesWithoutFiles(page)).toEqual([]);
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysScroll(page)).toBe(0);
  expect(faults).toEqual([]);
});

it('leads from each planned figure to how the frozen plan came to it, by keyboard', async () => {
  const { page } = await product.visitAs('system-planner');
  await openOrganisation(page, 'West Yorkshire', TRUST);
  await page.getByRole('link', { name: 'In the year' }).click();
  await page.getByText('Choose a staff group: each figure of its plan').waitFor();
  await page.getByLabel('Staff group', { exact: true }).selectOption('Midwives');
  for (const label of ['Plan against actual by month', 'The end of the year', 'Months that are left']) {
    const table = page.getByRole('region', { name: `${label}, table` });
    await table.locator('a[data-figure]').first().waitFor();
    const unled = await table
      .locator('tbody tr')
      .evaluateAll(
        (rows) =>
          (rows as unknown as { cells: { querySelector(selector: string): unknown; innerText: string }[] }[])
            .map(({ cells }) => cells[1])
            .filter((cell) => cell?.querySelector('a') === null && /[1-9]/.test(cell.innerText)).length,
      );
    expect([label, unled]).toEqual([label, 0]);
  }
  const months = page.getByRole('region', { name: 'Plan against actual by month, table' });
  const planned = months.getByRole('row', { name: /^May 2026/ }).locator('a[data-figure]');
  const shown = Number((await planned.innerText()).replace(',', ''));
  await planned.press('Enter');
  await sentence(page).getByText('Midwives, at the end of May 2026').waitFor();
  const explained = /: ([\d,]+) WTE/.exec(await sentence(page).innerText())?.[1]?.replace(',', '');
  expect(Number(explained)).toBe(Math.round(shown));
  await page.getByRole('region', { name: 'Assumptions, table' }).getByRole('link').first().waitFor();
});
