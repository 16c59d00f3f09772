import {
  accessibilityViolations,
  openOrganisation,
  ProductInBrowser,
  sentence,
  sidewaysScroll,
} from './product-in-browser.fixture';

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
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 600 });
  expect(await sidewaysScroll(page)).toBe(0);
  expect(faults).toEqual([]);
});
