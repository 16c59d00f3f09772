import type { Page } from 'playwright-core';
import {
  accessibilityViolations,
  openOrganisation,
  openOwnOrganisation,
  ProductInBrowser,
  sidewaysScroll,
} from './product-in-browser.fixture';
import { tablesWithoutFiles } from './table-files.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const ID = /[0-9a-f]{8}-[0-9a-f-]{27}/g;
/** Fewer would mean that the way to most pages was not found. */
const LEAST_PAGES = 14;

const WIDE = { width: 1280, height: 900 };
/** What is left of a window of 1,280 pixels at a zoom of 200 %. */
const ZOOMED = { width: 640, height: 450 };
/** What is left of it at 400 %: the width that reflow is asked for. */
const NARROW = { width: 320, height: 600 };
/** What is printed on of a sheet of A4, in pixels of CSS. */
const SHEET = { width: 703, height: 1017 };
/** What only works on a screen. */
const CONTROLS = '.nhsuk-header__navigation, .nhsuk-footer, .wt-path, .wt-toolbar, .wt-views, .nhsuk-button';
/** Pages whose figures are of one calculation. */
const OF_A_RUN =
  /\/organisations\/:id(\/assumptions|\/scenarios|\/explanation|\/close-the-gap|\/modules\/[a-z-]+)?$/;

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** Waits until the page shows what it is about, or says why it can't. */
async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  for (const unfinished of ['.wt-loading', '.wt-chart-placeholder']) {
    await page.locator(unfinished).first().waitFor({ state: 'detached' });
  }
}

/** Pages of the same kind have the same name: ids are left out, and so is what is shown of them. */
function kindOf(address: string): string {
  return new URL(address).pathname.replace(ID, ':id');
}

/** Where the page's links lead within the product; files are left out. */
async function linksOf(page: Page): Promise<readonly string[]> {
  const links = await page
    .locator('a[href]:not([download])')
    .evaluateAll((all) => all.map((link) => (link as unknown as { href: string }).href));
  return links.filter((link) => link.startsWith(product.url) && !link.includes('#'));
}

const DISPLAYED = (selector: string) =>
  `[...document.querySelectorAll(${JSON.stringify(selector)})].filter((each) => each.getClientRects().length > 0).length`;

/** What is wrong with a page on paper: cut off at the side, controls that do nothing, no word on whence and when. */
async function faultsOnPaper(page: Page): Promise<readonly string[]> {
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate('window.dispatchEvent(new Event("beforeprint"))');
  const over = await sidewaysScroll(page);
  const count = (selector: string) => page.evaluate<number>(DISPLAYED(selector));
  const isOfRun = OF_A_RUN.test(kindOf(page.url()));
  if (isOfRun) await page.locator('.wt-provenance').first().waitFor({ state: 'attached' });
  const needed = ['h1', '.wt-printed', ...(isOfRun ? ['.wt-provenance'] : [])];
  const faults = over > 0 ? [`on paper: ${over} px cut off`] : [];
  for (const part of needed) if ((await count(part)) === 0) faults.push(`on paper: no ${part}`);
  if ((await count(CONTROLS)) > 0) faults.push('on paper: controls');
  await page.evaluate('window.dispatchEvent(new Event("afterprint"))');
  await page.emulateMedia({ media: null });
  return faults;
}

/** By how much a page is too wide at the widths that count, and the rules that it breaks at one of them, in words. */
async function faultsOf(page: Page, checkedAt = NARROW): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const size of [WIDE, ZOOMED, NARROW]) {
    await page.setViewportSize(size);
    const over = await sidewaysScroll(page);
    if (over > 0) faults.push(`${size.width} px: ${over} px too wide`);
    if (size === checkedAt) faults.push(...(await accessibilityViolations(page)));
  }
  faults.push(...(await faultsOnPaper(page)));
  return faults.map((fault) => `${kindOf(page.url())}: ${fault}`);
}

/** Says so where a page has a table and its own address with an ending has no file: every format has one address. */
async function filesMissing(page: Page): Promise<readonly string[]> {
  if ((await page.locator('main table').count()) === 0) return [];
  const { origin, pathname, search } = new URL(page.url());
  const answer = await page.request.get(`${origin}${pathname.replace(/\/$/, '')}.csv${search}`);
  const isFile = answer.ok() && (answer.headers()['content-type'] ?? '').startsWith('text/csv');
  return isFile ? [] : [`${kindOf(page.url())}: no file (${answer.status()})`];
}

/** Follows the links from an address to one page of every kind; what is wrong with any of them. */
async function walk(page: Page, known: Set<string>): Promise<readonly string[]> {
  const found = [page.url()];
  const faults: string[] = [];
  for (const address of found) {
    if (known.has(kindOf(address))) continue;
    known.add(kindOf(address));
    await page.setViewportSize(WIDE);
    if (page.url() !== address) await page.goto(address);
    await settled(page);
    found.push(...(await linksOf(page)));
    faults.push(...(await filesMissing(page)), ...(await faultsOf(page)));
    const unfiled = await tablesWithoutFiles(page);
    faults.push(...unfiled.map((fault) => `${kindOf(address)}: ${fault}`));
  }
  return faults;
}

describe('every page', () => {
  it('that links lead to is accessible, fits at 200 % zoom and at 320 pixels, and has its tables as files', async () => {
    const { page, faults } = await product.visitAs('system-planner');
    const system = await page
      .getByRole('link', { name: 'West Yorkshire', exact: true })
      .first()
      .getAttribute('href');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    const known = new Set<string>();
    const broken = [...(await walk(page, known))];
    expect(known.size).toBeGreaterThan(LEAST_PAGES);
    for (const ofSum of ['', '/modules/growth']) {
      await page.goto(`${product.url}${system}${ofSum}`);
      await settled(page);
      broken.push(...(await faultsOf(page)), ...(await tablesWithoutFiles(page)));
    }
    const { page: administration } = await product.visitAs('administrator');
    broken.push(...(await walk(administration, known)));
    expect(broken).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is so before signing in, with panels open, and where there is nothing', async () => {
    const signIn = await product.visit('/');
    await signIn.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await faultsOf(signIn.page, WIDE)).toEqual([]);
    const { page } = await product.visitAs('workforce-lead');
    await openOwnOrganisation(page, TRUST);
    await page.getByRole('button', { name: 'Expand all' }).click();
    expect(await faultsOf(page, WIDE)).toEqual([]);
    await page.goto(`${page.url().split('?')[0]}/assumptions?module=retention&panel=details`);
    await page.getByRole('grid').waitFor();
    expect(await faultsOf(page, WIDE)).toEqual([]);
    await page.goto(`${product.url}/nowhere`);
    await settled(page);
    expect(await faultsOf(page, WIDE)).toEqual([]);
  });
});
