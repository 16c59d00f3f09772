import type { Page } from 'playwright-core';
import {
  accessibilityViolations,
  openOrganisation,
  ProductInBrowser,
  sentence,
  sidewaysScroll,
} from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** The overview of the trust, opened by the person who plans its system. */
async function openTrust(width?: number): Promise<Page> {
  const { page } = await product.visitAs('system-planner', width);
  await openOrganisation(page, 'West Yorkshire', TRUST);
  return page;
}

/** The register of efficiency schemes, on its module's page. */
async function openSchemes(): Promise<Page> {
  const page = await openTrust();
  await page
    .getByRole('navigation', { name: 'Planning modules' })
    .getByRole('link', { name: 'Efficiency' })
    .click();
  await schemes(page).getByRole('button', { name: 'Add an entry' }).waitFor();
  return page;
}

function schemes(page: Page) {
  return page.getByRole('region', { name: 'Efficiency schemes: register', exact: true });
}

async function fillScheme(page: Page, name: string): Promise<void> {
  const form = page.getByRole('form', { name: 'Efficiency schemes: entry' });
  await form.getByLabel('Scheme', { exact: true }).fill(name);
  await form.getByLabel('Kind', { exact: true }).selectOption('technology');
  await form.getByLabel(/^Staff group/).selectOption('Midwives');
  await form.getByLabel('WTE', { exact: true }).fill('4');
  await form.getByLabel('Start', { exact: true }).fill('2027-04');
  await form.getByLabel('Recurrent or not').selectOption('recurrent');
  await form.getByLabel('Owner').fill('Chief midwife');
  await form.getByLabel('Delivery risk').selectOption('low');
  await form.getByLabel('Quality impact assessment').selectOption('agreed');
  await form.getByLabel(/^Give a reason/).fill('Agreed by the board');
}

function entryRow(page: Page, name: string) {
  return schemes(page).getByRole('row').filter({ hasText: name });
}

describe('a register', () => {
  it('takes an entry, shows what is wrong at its field, and says who entered it and why', async () => {
    const page = await openSchemes();
    await schemes(page).getByRole('button', { name: 'Add an entry' }).click();
    await page.getByRole('button', { name: 'Add this entry' }).click();
    await page.getByText('There is a problem').waitFor();
    expect(await page.getByLabel('Owner').getAttribute('aria-invalid')).toBe('true');
    expect(await accessibilityViolations(page)).toEqual([]);
    await fillScheme(page, 'Electronic records');
    await page.getByRole('button', { name: 'Add this entry' }).click();
    const row = entryRow(page, 'Electronic records');
    await row.waitFor();
    expect(await row.innerText()).toMatch(/Entered here\s+Demo system planner/);
    expect(await row.innerText()).toContain('Reason: Agreed by the board');
    await page
      .getByRole('region', { name: 'Scheme register, table' })
      .getByText('Electronic records')
      .waitFor();
  });

  it('asks for a reason before it takes an entry out', async () => {
    const page = await openSchemes();
    await schemes(page).getByRole('button', { name: 'Add an entry' }).click();
    await fillScheme(page, 'To be withdrawn');
    await page.getByRole('button', { name: 'Add this entry' }).click();
    await page.getByRole('button', { name: 'Withdraw To be withdrawn' }).click();
    await page.getByRole('button', { name: 'Withdraw this entry' }).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Withdraw this entry' }).click();
    await page.getByRole('alert').getByText('Give a reason for withdrawing it.').waitFor();
    await page.getByLabel(/^Give a reason for withdrawing/).fill('Overtaken');
    await page.getByRole('button', { name: 'Withdraw this entry' }).click();
    await entryRow(page, 'To be withdrawn').waitFor({ state: 'detached' });
  });

  it('shows both versions of an entry that two people changed, and loses neither', async () => {
    const mine = await openSchemes();
    await schemes(mine).getByRole('button', { name: 'Add an entry' }).click();
    await fillScheme(mine, 'Shared scheme');
    await mine.getByRole('button', { name: 'Add this entry' }).click();
    await mine.getByRole('button', { name: 'Change Shared scheme' }).click();

    const theirs = await openSchemes();
    await theirs.getByRole('button', { name: 'Change Shared scheme' }).click();
    await theirs.getByLabel('Owner').fill('Chief nurse');
    await theirs.getByRole('button', { name: 'Save this entry' }).click();
    await entryRow(theirs, 'Chief nurse').waitFor();

    await mine.getByLabel('Owner').fill('Medical director');
    await mine.getByRole('button', { name: 'Save this entry' }).click();
    const both = mine.getByRole('region', { name: 'Both versions, table' });
    await both.waitFor();
    expect(await both.getByRole('row').last().innerText()).toMatch(/Owner\s+Medical director\s+Chief nurse/);
    await mine.getByRole('button', { name: 'Save mine' }).click();
    await entryRow(mine, 'Medical director').waitFor();
  });

  it('says who else has an entry open', async () => {
    const mine = await openSchemes();
    await schemes(mine).getByRole('button', { name: 'Add an entry' }).click();
    await fillScheme(mine, 'Watched scheme');
    await mine.getByRole('button', { name: 'Add this entry' }).click();
    await mine.getByRole('button', { name: 'Change Watched scheme' }).click();
    const { page: theirs } = await product.visitAs('workforce-lead');
    await theirs.goto(mine.url());
    await theirs.getByText('Also in this entry: Demo system planner').waitFor();
    await mine.getByText('Also in this entry: Demo workforce lead').waitFor();
    expect(await accessibilityViolations(mine)).toEqual([]);
  });

  it('keeps an entry on the computer while the network is away, and says so', async () => {
    const page = await openSchemes();
    await schemes(page).getByRole('button', { name: 'Add an entry' }).click();
    await fillScheme(page, 'Typed offline');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Add this entry' }).click();
    await page
      .getByRole('form', { name: 'Efficiency schemes: entry' })
      .getByText('This entry is kept on this computer, sent by itself')
      .waitFor();
    expect(await page.evaluate<string>('JSON.stringify(window.localStorage)')).toContain('Typed offline');
  });

  it('can be read, not changed, without the right to', async () => {
    const { page } = await product.visitAs('clinical-lead');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    await page.goto(`${page.url().split('?')[0] ?? ''}/modules/efficiency`);
    await page.getByText('Your role can read these entries, not change them.').waitFor();
    expect(await page.getByRole('button', { name: 'Add an entry' }).count()).toBe(0);
  });
});

describe('a figure of the overview', () => {
  it('leads to opening, steps and closing, and from there to the assumption', async () => {
    const page = await openTrust();
    await page.getByRole('button', { name: 'Expand all' }).click();
    const midwives = page.locator('tbody[data-staff-group="midwives"] tr[data-line="staff-in-post"]');
    const figure = midwives.getByRole('link').last();
    const shown = await figure.innerText();
    await figure.click();
    await page.getByRole('heading', { level: 1, name: `${TRUST}: how this number came about` }).waitFor();
    await sentence(page).waitFor();
    expect(await sentence(page).innerText()).toContain(`Midwives, at the end of March 2031: ${shown} WTE.`);
    const steps = page.getByRole('region', { name: 'Steps to the number, table' });
    expect(await steps.getByRole('row').last().innerText()).toMatch(new RegExp(`March 2031\\s+${shown}`));
    await steps.getByRole('link', { name: 'WTE of leavers' }).click();
    await sentence(page).getByText('WTE of leavers').waitFor();
    await page.goBack();
    await page.getByRole('region', { name: 'Assumptions, table' }).getByRole('link').first().click();
    await page.getByRole('grid').waitFor();
    expect(page.url()).toMatch(/parameter=.*&cell=midwives\.2030/);
  });

  it('is reached by one stop of the Tab key, then by arrows', async () => {
    const page = await openTrust();
    await page.getByRole('button', { name: 'Expand all' }).click();
    const region = page.getByRole('region', { name: 'Staff groups by year, table' });
    const stops = await region
      .locator('a[data-figure]')
      .evaluateAll(
        (links) => links.filter((link) => (link as unknown as { tabIndex: number }).tabIndex === 0).length,
      );
    expect(stops).toBe(1);
    await region.locator('a[data-figure]').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /how this number came about/ }).waitFor();
    expect(page.url()).toContain('month=2027-03');
  });

  it.each([1400, 320])('is explained accessibly, and fits at %i pixels', async (width) => {
    const page = await openTrust(width);
    const address = new URL(page.url());
    const query = 'staffGroup=midwives&measure=headcount&month=2028-03&span=year';
    await page.goto(`${address.origin}${address.pathname}/explanation?${query}`);
    await page.getByRole('img', { name: /^Waterfall chart from March 2027 to March 2028/ }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });

  it('says what an address lacks', async () => {
    const page = await openTrust();
    await page.goto(`${new URL(page.url()).origin}${new URL(page.url()).pathname}/explanation?measure=fte`);
    await page.getByRole('alert').getByText('must name a staff group').waitFor();
  });
});

describe('the likely range', () => {
  it('stands beside establishment and requirement, in the table too', async () => {
    const page = await openTrust();
    await page.getByText('the shaded band is its likely range (8 in 10)').waitFor({ timeout: 120_000 });
    await page
      .getByRole('navigation', { name: 'Supply against requirement: chart or table' })
      .getByText('Table')
      .click();
    const table = page.getByRole('region', { name: 'Supply against requirement, table' });
    for (const end of ['from', 'to']) {
      await table.getByRole('rowheader', { name: `Likely range (8 in 10), ${end}` }).waitFor();
    }
  });
});
