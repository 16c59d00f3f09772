import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportJWK } from 'jose';
import type { Locator, Page } from 'playwright-core';
import { projectRoot } from '#platform';
import { ESR_DAYS, syntheticExtracts } from '../support/esr/esr-extracts.fixture';
import {
  accessibilityViolations,
  openOwnOrganisation,
  ProductInBrowser,
  sentence,
  sidewaysScroll,
} from './product-in-browser.fixture';
import { tablesWithoutFiles } from './table-files.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';
const PUBLISHED = 'sickness-absence-benchmarking-2024-04.csv';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** A page of a section, opened by its links. */
async function open(role: string, section: string, page: string, width?: number): Promise<Page> {
  const visit = await product.visitAs(role, width);
  await visit.page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: section }).click();
  await visit.page
    .getByRole('navigation', { name: section, exact: true })
    .getByRole('link', { name: page })
    .click();
  return visit.page;
}

const row = (page: Page, text: string): Locator => page.getByRole('row').filter({ hasText: text });

const file = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
});

describe('administration', () => {
  it('gives a role by keyboard to somebody new, who signs in, and takes it away again', async () => {
    const page = await open('administrator', 'Administration', 'People');
    await page.getByRole('button', { name: 'Give a role' }).press('Enter');
    const form = page.getByRole('form', { name: 'Give a role' });
    await form.getByRole('button', { name: 'Give this role' }).press('Enter');
    await form.getByRole('link', { name: 'Enter an email address.' }).waitFor();
    await form.getByLabel('Email address').fill('nia.newcomer@wholetime.example');
    await form.getByLabel('Name', { exact: true }).fill('Nia Newcomer');
    await form.getByLabel('Role', { exact: true }).selectOption('Workforce lead');
    await form.getByLabel('Organisation').selectOption({ label: `${TRUST} (RR8)` });
    await form.getByLabel('First day').press('Enter');
    const password = await page
      .getByRole('region', { name: 'Password of Nia Newcomer' })
      .locator('output')
      .innerText();

    const visit = await product.visit('/administration/people');
    await visit.page.getByLabel('Email address').fill('nia.newcomer@wholetime.example');
    await visit.page.getByLabel('Password', { exact: true }).fill(password);
    await visit.page.getByRole('button', { name: 'Sign in' }).click();
    await visit.page.getByRole('heading', { name: 'You don’t have access to this' }).waitFor();
    expect(await visit.page.getByRole('link', { name: 'Administration' }).count()).toBe(0);
    expect(await accessibilityViolations(visit.page)).toEqual([]);

    await page.getByLabel('Name, email or organisation').fill('nia');
    await row(page, 'Nia Newcomer')
      .getByRole('button', { name: /^End role/ })
      .press('Enter');
    await page.getByRole('button', { name: 'End this role' }).press('Enter');
    await row(page, 'Nia Newcomer').getByText('Ended').waitFor();
    await page.reload();
    await row(page, 'Nia Newcomer').getByText('Ended').waitFor();
    expect(await page.getByRole('table').getByRole('row').count()).toBe(2);
    await visit.page.goto(product.url);
    await visit.page.getByRole('heading', { name: 'You don’t have access to this' }).waitFor();
  });

  it('registers a client of the national API and rotates its key', async () => {
    const page = await open('administrator', 'Administration', 'API clients');
    const jwk = async () =>
      JSON.stringify({ ...(await exportJWK(generateKeyPairSync('ed25519').publicKey)), alg: 'EdDSA' });
    await page.getByText('No client is registered yet.').waitFor();
    await page.getByRole('button', { name: 'Register a client' }).click();
    const form = page.getByRole('form', { name: 'Register a client' });
    await form.getByLabel('Client', { exact: true }).fill('National analysis');
    await form.getByLabel('Purpose').fill('Workforce planning');
    await form.getByLabel('Legal basis').fill('Section 254 directions');
    await form.getByLabel('Name of the key').fill('first');
    await form.getByLabel('Public key (JWK)').fill('{"kty": "OKP"');
    await form.getByRole('button', { name: 'Register this client' }).click();
    await form.getByRole('link', { name: /^Paste the public key as a JWK/ }).waitFor();
    await form.getByLabel('Public key (JWK)').fill(await jwk());
    await form.getByRole('button', { name: 'Register this client' }).click();

    const card = page.getByRole('region', { name: 'National analysis', exact: true });
    await card.getByRole('button', { name: 'Add a key' }).click();
    await card.getByLabel('Name of the key').fill('second');
    await card.getByLabel('Public key (JWK)').fill(await jwk());
    await card.getByRole('button', { name: 'Add this key' }).click();
    await row(page, 'first')
      .getByText(/^Until /)
      .waitFor();
    await row(page, 'first').getByRole('button', { name: 'End now' }).click();
    await card.getByRole('button', { name: 'End this key' }).click();
    await row(page, 'first').getByText('Ended').waitFor();
    await row(page, 'second').getByText('In force').waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  it('runs a schedule now, shows the work, and finds all of it in an unbroken audit trail', async () => {
    const page = await open('administrator', 'Administration', 'Schedules');
    await row(page, '2019/20 to 2023/24').getByRole('button', { name: 'Run now' }).click();
    await row(page, 'Run by hand').waitFor();
    await page.getByRole('link', { name: 'Jobs' }).click();
    await page.getByLabel('Organisation or scenario').fill('england');
    await row(page, 'England (ENG)').getByText('Up to date').waitFor();
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await page.getByLabel('What (begins with)').fill('schedule.');
    await row(page, 'Schedule: fired').getByText('Demo administrator').waitFor();
    await page.reload();
    await row(page, 'Schedule: fired').waitFor();
    await page.getByRole('button', { name: 'Check the chain' }).click();
    await page.getByText(/^The chain is whole/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Save every entry that fits as CSV' }).click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8');
    expect(csv.split('\r\n')[1]).toContain('schedule.fired');
  });
});

describe('data', () => {
  it('shows what a published file holds before anything is saved, and why another is refused', async () => {
    const page = await open('administrator', 'Data', 'Published files');
    const content = readFileSync(join(projectRoot(), 'test/fixtures/published', PUBLISHED));
    const spoilt = Buffer.from(content.toString().replace('35113.01509', 'lots'));
    await page
      .getByLabel('Files', { exact: true })
      .setInputFiles([file('good.csv', content), file('spoilt.csv', spoilt)]);
    const refused = page.getByRole('region', { name: 'spoilt.csv', exact: true });
    await refused.getByText('line 2, FTE_DAYS_AVAILABLE').waitFor();
    const good = page.getByRole('region', { name: 'good.csv', exact: true });
    await good.getByText('Nothing is saved yet.').waitFor();
    await good.getByRole('row').filter({ hasText: 'Suppressed' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    const list = page.getByRole('region', { name: 'Published files, table' });
    expect(await list.getByText('good.csv').count()).toBe(0);
    await page.getByRole('button', { name: 'Import 1 file' }).click();
    await list.getByText('good.csv').waitFor();
    await row(page, 'good.csv').getByText('Demo administrator').waitFor();
  });

  it('goes from an extract with a column and a code of its own to a plan that stands on it', async () => {
    const { earlier, later, starters, leavers } = syntheticExtracts(120);
    const own = (text: string) => text.replace('Pay Grade', 'Scale');
    const page = await open('workforce-lead', 'Data', 'ESR extracts');
    await page.getByText(/^No extract of this organisation is imported yet/).waitFor();
    const form = page.getByRole('form', { name: 'Import an extract' });
    await form.getByRole('button', { name: 'Check the files' }).click();
    await form.getByRole('link', { name: 'Choose the extract.' }).waitFor();
    await form
      .getByLabel('Extract', { exact: true })
      .setInputFiles(file('later.csv', own(later).replaceAll(',G2A,', ',ZZ9,')));
    await form
      .getByLabel('Earlier extract (optional)', { exact: true })
      .setInputFiles(file('earlier.csv', own(earlier)));
    await form.getByLabel('List of starters (optional)').setInputFiles(file('starters.csv', starters));
    await form.getByLabel('List of leavers (optional)').setInputFiles(file('leavers.csv', leavers));
    await form.getByLabel('Day of the extract').fill(ESR_DAYS.later);
    await form.getByLabel('Day of the earlier extract (optional)').fill(ESR_DAYS.earlier);
    await form.getByRole('button', { name: 'Check the files' }).click();

    const columns = page.getByRole('form', { name: 'Columns that are missing' });
    await columns.getByLabel('Pay Grade is the column').fill('Scale');
    await columns.getByRole('button', { name: 'Save in the mapping and check again' }).click();
    const unmapped = page.getByRole('form', { name: 'Values that are not mapped' });
    await unmapped.getByLabel('Occupation code ZZ9 is read as').selectOption('Central functions');
    await unmapped.getByRole('button', { name: 'Save in the mapping and check again' }).click();
    await unmapped.waitFor({ state: 'detached' });
    await page.getByText('Nothing is saved yet. This is what the import would hold.').waitFor();
    await page.getByRole('button', { name: 'Import this extract' }).click();

    const imported = page.getByRole('region', { name: 'Imported extracts, table' });
    await imported.getByText('Can be the baseline').waitFor();
    await page.getByRole('row').filter({ hasText: 'Residual: not explained' }).getByText('7').waitFor();
    await page.getByRole('region', { name: 'Turnover over 12 months, table' }).waitFor();
    expect(await tablesWithoutFiles(page)).toEqual([]);
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Use it as the baseline' }).click();

    const change = page.getByRole('form', { name: `Change the baseline of ${TRUST}` });
    await change.getByLabel('Position').selectOption('31 March 2026');
    await change.getByRole('button', { name: 'Change the baseline' }).click();
    await change.getByRole('link', { name: /^Give a reason/ }).waitFor();
    await change.getByLabel('Reason').fill('Our own figures');
    await change.getByRole('button', { name: 'Change the baseline' }).click();
    await row(page, TRUST).getByText('Own ESR extract').waitFor();
    await row(page, TRUST).getByText('Our own figures').waitFor();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await openOwnOrganisation(page, TRUST);
    await sentence(page).waitFor();
    await page.locator('.wt-meta [data-freshness="up-to-date"]').waitFor();
    await page.getByRole('definition').filter({ hasText: 'WTE' }).first().waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/ESR extract/);
  });
});

describe('a ledger', () => {
  it('is looked at first, then imported, and its report has a table and a file for each part', async () => {
    const page = await open('workforce-lead', 'Data', 'Ledger');
    const rows = ['101,5101,2026-04,120,101.5,400000', '101,5201,2026-05,,9.4,40000'];
    const head = 'Cost Centre,Subjective Code,Month,Budgeted WTE,Worked WTE,Actual';
    await page.getByLabel('File of the ledger').setInputFiles(file('ledger.csv', [head, ...rows].join('\n')));
    await page.getByText('Nothing is saved yet. This is what the import would hold.').waitFor();
    await page.getByRole('button', { name: 'Import this ledger' }).click();
    // What would be imported has such a table, too: the report that is opened is in the address.
    await page.waitForURL(/report=/);
    await page.getByRole('region', { name: 'Figures of May 2026, table' }).waitFor();
    await page.getByLabel('Month', { exact: true }).selectOption('April 2026');
    const ofApril = page.getByRole('region', { name: 'Figures of April 2026, table' });
    await ofApril.waitFor();
    await page.reload();
    await ofApril.waitFor();
    expect(await tablesWithoutFiles(page)).toEqual([]);
  });
});

describe('every page of data and administration', () => {
  it.each([1400, 320])('fits at %i pixels; the wide one is looked through for barriers', async (width) => {
    const { page, faults } = await product.visitAs('administrator', width);
    for (const [path, ready] of [
      ['/administration/people?open=give', 'Give this role'],
      ['/administration/clients?open=new', 'Register this client'],
      ['/administration/schedules?open=new', 'Make this schedule'],
      ['/administration/jobs', 'CSV of Jobs'],
      ['/administration/audit', 'Check the chain'],
      ['/data/baselines', 'CSV of Baselines'],
      ['/data/published-files', 'CSV of Published files'],
      ['/data/snapshots', 'CSV of Snapshots'],
    ] as const) {
      await page.goto(product.url + path);
      await page
        .getByRole('button', { name: ready })
        .or(page.getByRole('link', { name: ready }))
        .waitFor();
      if (width === 1400) expect([path, await accessibilityViolations(page)]).toEqual([path, []]);
      expect([path, await sidewaysScroll(page)]).toEqual([path, 0]);
    }
    expect(faults).toEqual([]);
  });
});

describe('one’s own password', () => {
  it('is changed from the account menu, which says what is wrong with a short one', async () => {
    const { page, faults } = await product.visitAs('auditor');
    await page.getByRole('link', { name: 'Change password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Change password' }).waitFor();
    const change = async (current: string, next: string) => {
      await page.getByLabel('Current password', { exact: true }).fill(current);
      await page.getByLabel('New password', { exact: true }).fill(next);
      await page.getByLabel('New password again', { exact: true }).fill(next);
      await page.getByRole('button', { name: 'Change password' }).click();
    };
    await change('not this one', 'far too short');
    await page.getByText('The new password has 13 characters and needs 15.').first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await change('not this one', 'horse battery staple');
    await page.getByText('This is not your current password.').first().waitFor();
    expect(await sidewaysScroll(page)).toBe(0);
    expect(faults).toEqual([]);
  });
});
