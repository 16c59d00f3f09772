import { Workbook } from 'exceljs';
import type { Locator, Page } from 'playwright-core';
import { ProductInBrowser, visitGrid } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const GROUP = 'midwives';
const YEARS = [2026, 2027, 2028, 2029, 2030] as const;
const FIRST_YEAR_COLUMN = 5;

/** What is entered in the five years of an assumption: parameters of different units. */
const ENTERED: Readonly<Record<string, readonly string[]>> = {
  'retention.leaver-rate': ['many', '-3%', '120%', '45', '8.5%'],
  'retention.planned-exits': ['5%', '(3)', '300,000', '£4', '1,234'],
  'retention.replacement-cost': ['n/a', '–£250', '£60,000', '£18,500', '£4,500.50'],
};
/** The same, as numbers as the service has them, of what is refused and of what needs a reason. */
const SENT = [
  ['retention.leaver-rate', -0.03],
  ['retention.leaver-rate', 1.2],
  ['retention.leaver-rate', 0.45],
  ['retention.planned-exits', -3],
  ['retention.planned-exits', 300_000],
  ['retention.replacement-cost', -250],
  ['retention.replacement-cost', 60_000],
  ['retention.replacement-cost', 18_500],
] as const;
const REFUSED = 12;

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

async function openRetention(): Promise<Page> {
  const { page } = await visitGrid(product, 'system-planner', TRUST);
  await page.goto(`${page.url().split('?')[0]}?module=retention`);
  await page.getByRole('heading', { level: 2, name: 'Retention', exact: true }).waitFor();
  await page.getByLabel('Find rows').fill('midwi');
  return page;
}

const cell = (page: Page, parameter: string, year: number): Locator =>
  page.locator(`[data-parameter="${parameter}"][data-cell="${GROUP}.${year}"]`);

/** What is said of each cell that can't be saved as it is, and what the saved ones show. */
async function judgement(page: Page) {
  const attention = page.getByRole('region', { name: 'Cells that need attention' });
  await attention.getByText(`${REFUSED} cells not saved`).waitFor();
  for (const [parameter, text] of Object.entries(SAVED)) {
    await cell(page, parameter, 2030)
      .and(page.locator('[data-state="saved"]'))
      .filter({ hasText: text })
      .waitFor();
  }
  const findings = await attention.locator('.wt-attention__item').allInnerTexts();
  const reasons = await page.getByLabel(/^Reason for/).count();
  return { findings: findings.map((text) => text.replace(/\s+/g, ' ')).sort(), reasons };
}

const SAVED = {
  'retention.leaver-rate': '8.5',
  'retention.planned-exits': '1,234.0',
  'retention.replacement-cost': /4,50[01]/,
} as const;

async function enterInGrid(page: Page): Promise<void> {
  for (const [parameter, texts] of Object.entries(ENTERED)) {
    await cell(page, parameter, YEARS[0]).click();
    await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(texts.join('\t'))})`);
    await page.keyboard.press('Control+v');
    await page.locator('.wt-outcome', { hasText: 'Pasted 5 cells.' }).waitFor();
  }
}

async function takeBack(page: Page): Promise<void> {
  const before = page.locator('.wt-outcome', { hasText: 'Nothing to undo.' });
  await cell(page, 'retention.leaver-rate', 2026).click();
  while ((await before.count()) === 0) await page.keyboard.press('Control+z');
  await page.getByRole('region', { name: 'Cells that need attention' }).waitFor({ state: 'detached' });
  await page.locator('[data-save="saved"]', { hasText: 'saved' }).waitFor();
}

async function enterInWorkbook(page: Page): Promise<void> {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download Excel' }).click();
  const workbook = new Workbook();
  await workbook.xlsx.readFile(await (await download).path());
  workbook.getWorksheet('Assumptions')?.eachRow((row) => {
    const texts = ENTERED[row.getCell(1).text.replace(`|${GROUP}`, '')] ?? [];
    texts.forEach((text, index) => (row.getCell(FIRST_YEAR_COLUMN + index).value = text));
  });
  await page.getByLabel('Upload Excel').setInputFiles({
    name: 'edited.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole('button', { name: 'Enter 15 changes' }).click();
}

interface Refusal {
  readonly status: number;
  readonly messages: readonly string[];
}

/** What the service says to a value that is sent to it, without a reason. */
async function send(page: Page, parameter: string, value: number): Promise<Refusal> {
  const session = await page.request.get(`${product.url}/api/session`);
  const { csrfToken } = (await session.json()) as { csrfToken: string };
  const [, scenarioId, organisationId] = /scenarios\/([^/]+)\/organisations\/([^/]+)/.exec(page.url()) ?? [];
  const edit = { parameter, staffGroup: GROUP, year: 2028, operation: 'set', value, baseVersion: 0 };
  const answer = await page.request.patch(`${product.url}/api/assumptions`, {
    headers: { 'X-CSRF-Token': csrfToken },
    data: { scenarioId, organisationId, reason: null, edits: [edit] },
  });
  const { errors = [] } = (await answer.json()) as { errors?: { message: string }[] };
  return { status: answer.status(), messages: errors.map(({ message }) => message) };
}

it('judges a value alike, in the same words, in the grid, in a workbook and at the service', async () => {
  const page = await openRetention();
  await enterInGrid(page);
  const inGrid = await judgement(page);
  expect(inGrid.findings).toHaveLength(REFUSED);
  expect(inGrid.reasons).toBe(1);
  for (const [parameter, value] of SENT) {
    const { status, messages } = await send(page, parameter, value);
    expect([parameter, value, status]).toEqual([parameter, value, 422]);
    for (const message of messages) {
      expect(inGrid.findings.filter((finding) => finding.includes(message))).toHaveLength(1);
    }
    expect(messages.length).toBeGreaterThan(0);
  }
  await takeBack(page);
  await enterInWorkbook(page);
  expect(await judgement(page)).toEqual(inGrid);
});
