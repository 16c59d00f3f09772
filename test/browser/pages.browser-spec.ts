import { gzipSync } from 'node:zlib';
import {
  accessibilityViolations,
  openOrganisation,
  openSystem,
  ProductInBrowser,
  sentence,
} from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

describe('signing in', () => {
  it('refuses a wrong password, then leads on to the page that was asked for, and out again', async () => {
    const { page, faults } = await product.visit('/asked-for');
    await product.signIn(page, 'system-planner', 'wrong');
    await page.getByRole('alert').getByText('don’t match an account').waitFor();
    expect(await page.title()).toBe('Error: sign in - Wholetime');
    await product.signIn(page, 'system-planner');
    await page.getByRole('heading', { level: 1, name: 'Page not found' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/asked-for');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('says that another organisation’s projection isn’t open', async () => {
    const planner = await product.visitAs('system-planner');
    await openSystem(planner.page, 'Derby and Derbyshire');
    const { pathname } = new URL(planner.page.url());
    const { page } = await product.visitAs('workforce-lead');
    await page.goto(product.url + pathname);
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('main').innerText()).not.toMatch(/\d WTE/);
  });
});

describe('rounds and plans', () => {
  it('lists the system plans with state, organisations and freshness, and the roll-ups above them', async () => {
    const { page } = await product.visitAs('administrator');
    const plan = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading', { name: 'West Yorkshire' }) });
    await plan.getByText('Up to date').waitFor();
    expect(await plan.innerText()).toMatch(/Draft/);
    expect(await plan.innerText()).toMatch(/12 organisations/);
    await page.getByRole('link', { name: 'North East and Yorkshire' }).click();
    await page.getByRole('heading', { level: 1, name: 'North East and Yorkshire' }).waitFor();
    expect(await sentence(page).innerText()).toMatch(/\(12 of \d+ organisations\)/);
  });
});

describe('the plan overview', () => {
  it('gives the finding, the charts, the bridge and every staff group, and says what the total covers', async () => {
    const { page } = await product.visitAs('system-planner');
    await openSystem(page, 'West Yorkshire');
    expect(await sentence(page).innerText()).toMatch(
      /^By 31 March 2031, West Yorkshire is projected to have [\d,]+ WTE staff in post, [\d,]+ WTE/,
    );
    await page.getByRole('img', { name: /^Line chart/ }).waitFor();
    await page.getByRole('img', { name: /^Waterfall chart/ }).waitFor();
    const main = await page.getByRole('main').innerText();
    expect(main).toContain('12 of 12 organisations are included');
    expect(main).toContain('moves between our own trusts are counted once');
    expect(main).toMatch(/Roll-up [0-9a-f-]{36}, engine [0-9a-f]{12}, input [0-9a-f]{12}/);
  });

  it('keeps the view in the address: staff group, lines, unfolded groups, tables', async () => {
    const { page } = await product.visitAs('system-planner');
    await openSystem(page, 'West Yorkshire');
    await page.getByRole('button', { name: 'Groups of Professionally qualified clinical staff' }).click();
    const groups = page.getByRole('region', { name: 'Staff groups by year, table' });
    await groups.getByRole('button', { name: 'Midwives', exact: true }).click();
    await page.getByLabel('Lines').selectOption('Gap');
    for (const title of ['Supply against requirement', 'What moves staff in post']) {
      await page
        .getByRole('navigation', { name: `${title}: chart or table` })
        .getByText('Table')
        .click();
    }
    await page.reload();
    await sentence(page).getByText('Midwives').waitFor();
    await page.getByRole('region', { name: 'Supply against requirement, table' }).waitFor();
    await page.getByRole('region', { name: 'What moves staff in post, table' }).waitFor();
    const table = page.getByRole('region', { name: 'Staff groups by year, table' });
    expect(await table.getByRole('rowheader', { name: 'Midwives' }).count()).toBe(1);
    expect(await table.innerText()).not.toContain('Funded establishment');
  });

  it('goes from a system to its organisations and recalculates on demand', async () => {
    const { page } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    const before = await sentence(page).innerText();
    await page.getByRole('button', { name: 'Recalculate' }).click();
    await page.locator('.wt-meta [data-freshness="up-to-date"]').waitFor();
    expect(await sentence(page).innerText()).toBe(before);
  });
});

describe('an organisation without figures', () => {
  it('says that nothing was calculated, not that there is nobody', async () => {
    const { page } = await product.visitAs('workforce-lead');
    const founding = page.getByRole('region', { name: /2019\/20/ });
    await founding.getByRole('link', { name: TRUST }).click();
    await page.getByRole('heading', { name: 'No figures yet' }).waitFor();
    expect(await page.getByRole('main').innerText()).toContain('Not yet calculated');
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

describe('the first page', () => {
  it('loads less than 130 KB of compressed JavaScript before the first charts', async () => {
    const { page } = await product.visit('/');
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.reload();
    await product.signIn(page, 'system-planner');
    await page.getByRole('link', { name: 'West Yorkshire' }).first().waitFor();
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(130_000);
  });
});
