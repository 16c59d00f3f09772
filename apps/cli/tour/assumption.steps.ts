import type { Page } from 'playwright-core';
import { openTrust, showFrom, showUpTo, waitForFigures, type TourStep } from './tour-step';

const LEAD = 'workforce-lead';
const NURSES = 'nurses-and-health-visitors';
/** Turnover of nurses and of midwives over the five years, as copied in Excel; one of them is unusual. */
const BLOCK = '6.5%\t6.3%\t6.1%\t6.0%\t6.0%\r\n9.0%\t32%\t8.5%\t8.2%\t8.0%\r\n';

const cell = (page: Page, staffGroup: string, year: number) =>
  page.locator(`[data-cell="${staffGroup}.${year}"]`);

async function savedCell(page: Page, at: string, text: string): Promise<void> {
  await page.locator(`[data-cell="${at}"][data-state="saved"]`, { hasText: text }).waitFor();
}

/** From a block of Excel to a projection that is understood. */
export const ASSUMPTION_STEPS: readonly TourStep[] = [
  {
    picture: 'pasted',
    caption: 'Assumptions: a block pasted from Excel; one unusual value asks for a reason',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await openTrust(page);
      await page.getByRole('link', { name: 'Open assumptions' }).click();
      await page.getByRole('grid').waitFor();
      await cell(page, NURSES, 2026).click();
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(BLOCK)})`);
      await page.keyboard.press('Control+v');
      await page.getByLabel('Reason for the unusual value').waitFor();
      await savedCell(page, `${NURSES}.2030`, '6.0');
      return page;
    },
  },
  {
    picture: 'sourced',
    caption: 'The reason is given, and one source for the whole block; the projection beside it has followed',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page.getByLabel('Reason for the unusual value').fill('One unit goes to a neighbouring trust');
      await page.getByRole('button', { name: 'Save with this reason' }).click();
      await savedCell(page, 'midwives.2027', '32.0');
      await cell(page, NURSES, 2026).click();
      await cell(page, 'midwives', 2030).click({ modifiers: ['Shift'] });
      await page.getByRole('button', { name: 'Range, source and reason' }).click();
      const source = page.getByRole('form', { name: 'Source of the selected values' });
      await source.getByLabel('Source or basis').fill('Retention plan 2026, people board of 12 March');
      await source.getByRole('button', { name: 'Save for 10 values' }).click();
      await cell(page, 'midwives', 2027).click();
      await page.getByText('Retention plan 2026, people board of 12 March.').waitFor();
      await waitForFigures(page);
      return showUpTo(page, page.locator('.wt-cell-panels'));
    },
  },
  {
    picture: 'explanation',
    caption: 'Any figure leads to how it came about: opening, each step, and the assumptions',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await openTrust(page);
      await page.getByRole('button', { name: 'Expand all' }).click();
      await page
        .locator('tbody[data-staff-group="midwives"] tr[data-line="staff-in-post"]')
        .getByRole('link')
        .last()
        .click();
      await page.locator('.wt-sentence', { hasText: 'Midwives, at the end of March 2031' }).waitFor();
      await page.getByRole('img', { name: /^Waterfall chart/ }).waitFor();
      return page;
    },
  },
  {
    picture: 'module',
    caption: 'The page of a module: retention, with leavers by cause and what it can show alone',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await openTrust(page);
      await page.getByRole('link', { name: 'Retention', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: /retention$/ }).waitFor();
      await page.getByRole('img', { name: /chart/ }).first().waitFor();
      return page;
    },
  },
  {
    picture: 'scenario',
    caption: 'A what-if beside the plan: what it assumes otherwise, and what that does',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      const menu = page.getByRole('navigation', { name: 'Menu' });
      await menu.getByRole('link', { name: 'Scenarios', exact: true }).click();
      await page.getByRole('button', { name: 'New what-if on Plan submission' }).click();
      await page.keyboard.type('Nurses stay longer');
      await page.keyboard.press('Enter');
      await page.getByText('Nurses stay longer and Plan submission assume the same here.').waitFor();
      await page.getByRole('link', { name: 'Change its assumptions' }).click();
      await page.getByRole('grid').waitFor();
      await cell(page, NURSES, 2027).click();
      await page.keyboard.type('5%');
      await page.keyboard.press('Enter');
      await savedCell(page, `${NURSES}.2027`, '5.0');
      await menu.getByRole('link', { name: 'Scenarios', exact: true }).click();
      await page
        .getByRole('region', { name: 'Difference of assumptions, table' })
        .getByText('Nurses & health visitors')
        .first()
        .waitFor();
      await page
        .getByRole('region', { name: 'Effect on the headline lines, table' })
        .getByRole('row', { name: /^Staff in post, WTE 0 0 \+/ })
        .waitFor();
      await waitForFigures(page);
      await page.getByRole('img', { name: /^Line chart of Nurses stay longer/ }).waitFor();
      return showFrom(page, page.getByRole('heading', { name: 'Scenarios of the round' }));
    },
  },
];
