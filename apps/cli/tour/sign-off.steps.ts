import type { Page } from 'playwright-core';
import { completeSections } from './section-entries';
import { showFrom, TOUR_SYSTEM, TOUR_TRUST, type TourPeople, type TourStep } from './tour-step';

const LEAD = 'workforce-lead';
const PLANNER = 'system-planner';
const CONFIRMED_BY = [
  [LEAD, 'Workforce lead'],
  ['finance-lead', 'Finance lead'],
  ['nursing-lead', 'Nursing lead'],
  ['medical-lead', 'Medical lead'],
] as const;

/** Opens a return or plan of the newest round as a person of a role. */
async function open(people: TourPeople, role: string, name: string): Promise<Page> {
  const page = await people.pageOf(role);
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page.getByRole('link', { name: 'Returns and plans: status and sign-off' }).first().click();
  await page.getByRole('heading', { level: 1, name: /^Returns and plans/ }).waitFor();
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name: 'Where it stands' }).waitFor();
  return page;
}

async function press(page: Page, step: string): Promise<void> {
  const button = page.getByRole('button', { name: step, exact: true });
  await button.click();
  await button.waitFor({ state: 'detached' });
}

async function expectState(page: Page, state: string): Promise<void> {
  await page.locator('.wt-meta .nhsuk-tag', { hasText: new RegExp(`^${state}$`) }).waitFor();
}

/** Gives the same reason for every warning of the checks. */
async function giveReasons(page: Page, reason: string): Promise<void> {
  await page.getByRole('link', { name: 'Checks', exact: true }).click();
  await page.getByRole('heading', { name: 'Errors and warnings' }).waitFor();
  for (const box of await page.getByRole('textbox', { name: /^Reason for/ }).all()) await box.fill(reason);
  await page.getByText(/^(\d+ found; 0 still need|The checks found nothing)/).waitFor();
}

async function approve(people: TourPeople): Promise<void> {
  const page = await open(people, 'approver', TOUR_TRUST);
  const step = 'Approve: Chief executive or board';
  await page.getByRole('button', { name: step }).click();
  const form = page.getByRole('form', { name: step });
  await form.getByLabel('Date of the decision').fill(new Date().toISOString().slice(0, 10));
  await form.getByRole('button', { name: step }).click();
  await expectState(page, 'Approved');
}

/** From the return of the trust to the submitted plan of the system. */
export const SIGN_OFF_STEPS: readonly TourStep[] = [
  {
    picture: 'return-written',
    caption: 'The return of the trust, written in sections that save themselves',
    async walk(people) {
      const page = await open(people, LEAD, TOUR_TRUST);
      await page.getByRole('link', { name: 'Sections', exact: true }).click();
      await page
        .getByRole('textbox', { name: 'Summary', exact: true })
        .fill('600 more nurses over five years, most of them because fewer leave.');
      await page
        .getByLabel('Why it is realistic')
        .fill('Turnover of nurses fell by 1.4 points in two years; the plan continues half as fast.');
      await page.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();
      return page;
    },
  },
  {
    picture: 'return-confirmed',
    caption: 'Confirmed by its four leads and approved with the date of the decision',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await completeSections(page);
      await giveReasons(page, 'Agreed with finance; the unit moves in the year.');
      await page.getByRole('link', { name: 'Status and sign-off' }).click();
      await press(page, 'Send to the leads');
      for (const [role, slot] of CONFIRMED_BY) {
        await press(await open(people, role, TOUR_TRUST), `Confirm: ${slot}`);
      }
      await approve(people);
      await page.reload();
      await expectState(page, 'Approved');
      return showFrom(page, page.getByRole('region', { name: 'Where it stands' }));
    },
  },
  {
    picture: 'returns-received',
    caption: 'The system planner receives the return; the list shows where every other one stands',
    async walk(people) {
      const page = await open(people, PLANNER, TOUR_TRUST);
      await press(page, 'Receive');
      await expectState(page, 'Received');
      await page.getByRole('link', { name: /^Returns and plans/ }).click();
      return showFrom(page, page.getByRole('region', { name: TOUR_SYSTEM, exact: true }));
    },
  },
  {
    picture: 'plan-sections',
    caption: 'The sections of the system plan, with what is still missing in each',
    async walk(people) {
      const page = await open(people, PLANNER, TOUR_SYSTEM);
      await page.getByRole('link', { name: 'Sections', exact: true }).click();
      await page
        .getByRole('textbox', { name: 'Summary', exact: true })
        .fill('More care nearer home, with the staff for it trained and kept here.');
      await page
        .getByLabel('Summary for the public')
        .fill('More nurses and midwives will be trained in West Yorkshire, and more will stay.');
      await page.locator('.wt-save-line[data-state="saved"]', { hasText: /^Saved/ }).waitFor();
      return page;
    },
  },
  {
    picture: 'plan-checks',
    caption:
      'Checks of the system plan: warnings with their reasons, and workforce beside money and activity',
    async walk(people) {
      const page = await people.pageOf(PLANNER);
      await completeSections(page);
      await giveReasons(page, 'Agreed with the region; it follows with the full submission.');
      return page;
    },
  },
  {
    picture: 'plan-submitted',
    caption: 'The system plan is submitted: frozen, with its version and who signs next',
    async walk(people) {
      const page = await people.pageOf(PLANNER);
      await page.getByRole('link', { name: 'Status and sign-off' }).click();
      await press(page, 'Submit');
      await expectState(page, 'Submitted');
      return page;
    },
  },
];
