import type { Page } from 'playwright-core';
import { WARNING_REASONS, type DocumentChecks, type DocumentSections, type SectionEdit } from '#plans';
import { completeSections } from '../support/plan-sections.fixture';
import { accessibilityViolations, ProductInBrowser, sidewaysScroll } from './product-in-browser.fixture';

const SYSTEM = 'West Yorkshire';
const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;
const pages = new Map<string, Page>();

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

/** The page of a person of a role, signed in once. */
async function pageOf(role: string): Promise<Page> {
  const known = pages.get(role);
  if (known !== undefined) return known;
  const { page } = await product.visitAs(role);
  pages.set(role, page);
  return page;
}

/** Opens a return or plan from the list of the first round. */
async function open(role: string, name: string): Promise<Page> {
  const page = await pageOf(role);
  await page.goto(product.url);
  await page.getByRole('link', { name: 'Returns and plans: status and sign-off' }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Returns and plans/ }).waitFor();
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
  return page;
}

/** Waits until the document stands in a state. */
async function expectState(page: Page, state: string): Promise<void> {
  await page.locator('.wt-meta .nhsuk-tag', { hasText: new RegExp(`^${state}$`) }).waitFor();
}

/** Takes a step that asks for nothing. */
async function press(page: Page, step: string): Promise<void> {
  const button = page.getByRole('button', { name: step, exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

const documentOf = (page: Page): string => /sign-off\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';

/** Asks the API as the person of the page. */
async function api<T>(page: Page, method: string, path: string, body?: object): Promise<T> {
  const call = JSON.stringify({
    method,
    path: `/api${path}`,
    body: body === undefined ? null : JSON.stringify(body),
  });
  return page.evaluate<T>(`(async () => {
    const { method, path, body } = ${call};
    const { csrfToken } = await (await fetch('/api/session')).json();
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrfToken };
    const answer = await fetch(path, { method, headers, ...(body === null ? {} : { body }) });
    if (!answer.ok) throw new Error(path + ' ' + answer.status + ' ' + (await answer.text()));
    return answer.json();
  })()`);
}

async function fillIn(page: Page, keep: readonly string[] = []): Promise<void> {
  const path = `/sign-off/${documentOf(page)}/sections`;
  const sections = await api<DocumentSections>(page, 'GET', path);
  const edits = completeSections(sections).filter(({ section }) => !keep.includes(section));
  await api(page, 'PATCH', path, { sections: edits });
}

async function giveReasons(page: Page): Promise<void> {
  const id = documentOf(page);
  const { findings } = await api<DocumentChecks>(page, 'GET', `/sign-off/${id}/checks`);
  const { sections } = await api<DocumentSections>(page, 'GET', `/sign-off/${id}/sections`);
  const edit: SectionEdit = {
    section: WARNING_REASONS,
    baseVersion: sections.find(({ key }) => key === WARNING_REASONS)?.version ?? 0,
    entries: findings.map(({ key }, index) => ({
      id: `reason-${index + 1}`,
      values: { finding: key, reason: 'Looked at and agreed.' },
    })),
  };
  await api(page, 'PATCH', `/sign-off/${id}/sections`, { sections: [edit] });
}

describe('a return', () => {
  it('is written in sections that save themselves, and keeps what was typed', async () => {
    const page = await open('workforce-lead', TRUST);
    await page.getByRole('link', { name: 'Statement: nothing is entered yet.' }).click();
    await page.getByLabel('Summary', { exact: true }).fill('More midwives, trained here.');
    await page.getByLabel('Why it is realistic').fill('Own history of three years.');
    await page.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);

    await page.getByRole('link', { name: 'Financial position', exact: true }).click();
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await page.getByLabel('Control total of pay, £ (optional)').fill('a lot');
    await page.getByText('Enter a number.').waitFor();
    await page.getByText('Not saved: see what is wrong below').waitFor();
    await page.getByLabel('Control total of pay, £ (optional)').fill('1,200,000,000');
    await page.getByLabel('Year', { exact: true }).selectOption('2026/27');
    await page.getByLabel('Position', { exact: true }).selectOption('Deficit');
    await page.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();

    await page.reload();
    expect(await page.getByLabel('Control total of pay, £ (optional)').inputValue()).toBe('1200000000');
  });

  it('goes to the leads once every warning has a reason, and says before what is missing', async () => {
    const page = await open('workforce-lead', TRUST);
    await page.getByRole('link', { name: 'Checks', exact: true }).click();
    await page.getByRole('heading', { name: 'Errors and warnings' }).waitFor();
    for (const box of await page.getByRole('textbox', { name: /^Reason for/ }).all()) {
      await box.fill('Agreed with finance.');
    }
    await page.getByText(/^(\d+ found; 0 still need|The checks found nothing)/).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Status and sign-off' }).click();
    await press(page, 'Send to the leads');
    await expectState(page, 'With its leads');
  });

  it('is confirmed by its leads, one of them by keyboard, approved with a date and received', async () => {
    for (const [role, slot] of [
      ['workforce-lead', 'Workforce lead'],
      ['finance-lead', 'Finance lead'],
      ['nursing-lead', 'Nursing lead'],
    ] as const) {
      await press(await open(role, TRUST), `Confirm: ${slot}`);
    }
    const medical = await open('medical-lead', TRUST);
    await medical.getByRole('button', { name: 'Confirm: Medical lead' }).focus();
    await medical.keyboard.press('Enter');
    await expectState(medical, 'Confirmed');

    const approver = await open('approver', TRUST);
    await approver.getByRole('button', { name: 'Approve: Chief executive or board' }).click();
    const form = approver.getByRole('form', { name: 'Approve: Chief executive or board' });
    await form.getByRole('button', { name: 'Approve: Chief executive or board' }).click();
    await form.getByText('This step needs the date of the decision.').waitFor();
    await form.getByLabel('Date of the decision').fill(new Date().toISOString().slice(0, 10));
    await form.getByRole('button', { name: 'Approve: Chief executive or board' }).click();
    await expectState(approver, 'Approved');
    const planner = await open('system-planner', TRUST);
    await press(planner, 'Receive');
    await expectState(planner, 'Received');
  });
});

describe('a system plan', () => {
  it('shows both versions of a section that two people wrote at once', async () => {
    const page = await open('system-planner', SYSTEM);
    await page.getByRole('link', { name: 'Sections', exact: true }).click();
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Risks' }).click();
    await page.getByRole('button', { name: 'Add an entry' }).click();
    await page.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();
    const theirs = [{ id: 'theirs', values: { risk: 'Too few places', likelihood: 3 } }];
    await api(page, 'PATCH', `/sign-off/${documentOf(page)}/sections`, {
      sections: [{ section: 'risks', baseVersion: 1, entries: theirs }],
    });
    await page.getByLabel('Risk', { exact: true }).fill('Housing');
    await page.getByText('changed this section after you opened it.').waitFor();
    await page.getByRole('button', { name: 'Take theirs' }).click();
    expect(await page.getByLabel('Risk', { exact: true }).inputValue()).toBe('Too few places');
  });

  it('is submitted, returned with a reason, submitted again, signed by its clinical leads', async () => {
    const planner = await open('system-planner', SYSTEM);
    await fillIn(planner);
    await giveReasons(planner);
    await planner.reload();
    await press(planner, 'Submit');
    await expectState(planner, 'Submitted');

    const clinical = await open('clinical-lead', SYSTEM);
    await clinical.getByRole('button', { name: 'Return for changes' }).click();
    await clinical.getByLabel('Give a reason').fill('Cancer needs more radiographers.');
    await clinical.getByRole('form').getByRole('button', { name: 'Return for changes' }).click();
    await expectState(clinical, 'Draft');

    await planner.reload();
    await planner.getByText('Reason: Cancer needs more radiographers.').waitFor();
    await press(planner, 'Submit');
    await clinical.reload();
    const signing = clinical.getByRole('button', { name: /^Sign: / });
    await signing.first().waitFor();
    const names = await signing.allInnerTexts();
    expect(names).toContain('Sign: The plan as a whole');
    for (const name of names) await press(clinical, name);
    await expectState(clinical, 'Clinically signed');
  });

  it('is agreed by the region and published; its versions and their difference can be read', async () => {
    const region = await open('regional-reviewer', SYSTEM);
    await press(region, 'Agree: Region');
    await expectState(region, 'Regionally agreed');
    const planner = await open('system-planner', SYSTEM);
    await press(planner, 'Publish');
    await expectState(planner, 'Published');
    expect(await accessibilityViolations(planner)).toEqual([]);
    await planner.getByRole('link', { name: 'Versions', exact: true }).click();
    await planner.getByText('Nothing differs.').waitFor();
    expect(await planner.getByText(/^[0-9a-f]{64}$/).count()).toBe(2);
    expect(await accessibilityViolations(planner)).toEqual([]);
  });

  it('fits a narrow screen in every view', async () => {
    const { page } = await product.visitAs('system-planner', 320);
    await page.getByRole('link', { name: 'Returns and plans: status and sign-off' }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Returns and plans/ }).waitFor();
    const wide = [await sidewaysScroll(page)];
    await page.getByRole('link', { name: SYSTEM, exact: true }).click();
    await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
    for (const [view, heading] of [
      ['Status and sign-off', 'Where it stands'],
      ['Sections', 'Summary'],
      ['Checks', 'Errors and warnings'],
      ['Versions', 'Difference'],
    ] as const) {
      await page.getByRole('link', { name: view, exact: true }).click();
      await page.getByRole('heading', { name: heading, exact: true }).last().waitFor();
      wide.push(await sidewaysScroll(page));
    }
    expect(wide).toEqual([0, 0, 0, 0, 0]);
  });
});
