import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { readWorkbookFile, spreadsheetFaults } from '../support/accessible-spreadsheet';
import { openOrganisation, openSystem, ProductInBrowser } from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

async function openModule(page: Page, name: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Planning modules' }).getByRole('link', { name }).click();
  await page.getByRole('heading', { name: 'Key figures' }).waitFor();
}

async function openTrustModule(name: string): Promise<Page> {
  const { page } = await product.visitAs('system-planner');
  await openOrganisation(page, 'West Yorkshire', TRUST);
  await openModule(page, name);
  return page;
}

/** A file that a link or a button hands out. */
async function savedBy(control: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const waiting = control.page().waitForEvent('download');
  await control.click();
  const download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const POSTS = 'Funded establishment, requirement and WTE in post at 31 March';

describe('a planning module’s page', () => {
  it('gives key figures, what to know about them, charts and tables, and its calculation', async () => {
    const page = await openTrustModule('Growth');
    await page.getByRole('heading', { level: 1, name: `${TRUST}: growth` }).waitFor();
    await page.getByText('Requirement at the end').first().waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toMatch(/[\d,]+ WTE\s+Requirement at the end/);
    expect(main).toContain('A vacancy is funded establishment less WTE in post');
    expect(main).toMatch(/Run [0-9a-f-]{36}/);
    const table = page.getByRole('region', { name: `${POSTS}, table` });
    expect(await table.getByRole('columnheader').allInnerTexts()).toContain('2030/31');
    await page
      .getByRole('img', { name: /^Bar chart of \d+ groups/ })
      .first()
      .waitFor();
  });

  it('keeps what is shown of a table in the address', async () => {
    const page = await openTrustModule('Growth');
    await page.getByLabel(`Show of ${POSTS}`).selectOption('Midwives');
    await page.reload();
    const table = page.getByRole('region', { name: `${POSTS}, table` });
    await table.getByRole('rowheader', { name: 'Vacancy rate' }).waitFor();
    expect(await table.getByRole('rowheader').count()).toBe(5);
  });

  it('hands out what it shows as CSV, JSON and Excel, and charts as SVG and PNG, with title, source and run', async () => {
    const page = await openTrustModule('Growth');
    await page.getByLabel(`Show of ${POSTS}`).selectOption('Midwives');
    await page.waitForURL(/show\.posts/);
    const title = `${POSTS}: Midwives`;
    const csv = await savedBy(page.getByRole('link', { name: `CSV of table ${title}` }));
    expect(csv.name).toBe('rr8-growth-posts.csv');
    const [headings = '', first = ''] = csv.bytes.toString().split('\r\n');
    expect(headings).toMatch(/^\uFEFFLine,Unit,2026\/27,.*,Title,Source,Calculated,Run$/);
    expect(first).toMatch(/^Funded establishment,WTE,\d+/);
    const json = await savedBy(page.getByRole('link', { name: 'JSON of this page' }));
    const { source, tables } = JSON.parse(json.bytes.toString()) as {
      source: { run: string };
      tables: { key: string; rows: object[] }[];
    };
    expect(tables.find(({ key }) => key === 'posts')?.rows).toHaveLength(5);
    const xlsx = await savedBy(page.getByRole('link', { name: 'XLSX of this page' }));
    expect(spreadsheetFaults(await readWorkbookFile(xlsx.bytes))).toEqual([]);
    const svg = await savedBy(page.getByRole('button', { name: `Save SVG of chart ${title}` }));
    for (const words of [title, TRUST, `Run ${source.run}`]) {
      expect(svg.bytes.toString()).toContain(`>${words}`);
    }
    const png = await savedBy(page.getByRole('button', { name: `Save PNG of chart ${title}` }));
    expect(png.bytes.toString('latin1')).toContain('PNG');
  });

  it('hands out the whole plan as one workbook that meets the guidance on accessible spreadsheets', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    const { name, bytes } = await savedBy(
      page.getByRole('link', { name: 'Whole plan as an Excel workbook' }),
    );
    expect(name).toBe('rr8-plan.xlsx');
    const workbook = await readWorkbookFile(bytes);
    expect(spreadsheetFaults(workbook)).toEqual([]);
    const sheets = workbook.worksheets.map((sheet) => sheet.name);
    for (const sheet of ['staff_groups', 'bridge', 'growth_posts', 'pay_bill_key_figures', 'assumptions']) {
      expect(sheets).toContain(sheet);
    }
  });

  it('leads from a sum, which has no report of its own, to its organisations', async () => {
    const { page } = await product.visitAs('system-planner');
    await openSystem(page, 'West Yorkshire');
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'Modules' }).click();
    await page.getByRole('heading', { name: 'Choose an organisation' }).waitFor();
    await page.getByRole('link', { name: TRUST }).click();
    await page.getByRole('heading', { level: 1, name: `${TRUST}: growth` }).waitFor();
  });

  it('says that another organisation’s module isn’t open, and that an unknown one isn’t there', async () => {
    const planner = await openTrustModule('Growth');
    const { pathname } = new URL(planner.url());
    await planner.goto(`${product.url}${pathname.replace('growth', 'astrology')}`);
    await planner.getByRole('alert').getByText('There is nothing at this address').waitFor();
    await openSystem(await goHome(planner), 'Derby and Derbyshire');
    const { page } = await product.visitAs('workforce-lead');
    await page.goto(`${product.url}${new URL(planner.url()).pathname}/modules/growth`);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/\d WTE/);
  });
});

async function goHome(page: Page): Promise<Page> {
  await page.goto(product.url);
  await page.getByRole('heading', { name: 'Rounds and plans' }).waitFor();
  return page;
}
