import type { Page } from 'playwright-core';
import { TOUR_DAYS, TOUR_OWN_WORDS, tourExtracts } from './tour-extract';
import { openTrust, showFrom, TOUR_TRUST, waitForFigures, type TourStep } from './tour-step';

const LEAD = 'workforce-lead';

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

async function chooseFiles(page: Page): Promise<void> {
  const { earlier, later } = tourExtracts();
  const form = page.getByRole('form', { name: 'Import an extract' });
  await form.getByLabel('Extract', { exact: true }).setInputFiles(csv('march-2026.csv', later));
  await form.getByLabel('Day of the extract').fill(TOUR_DAYS.later);
  await form
    .getByLabel('Earlier extract (optional)', { exact: true })
    .setInputFiles(csv('march-2025.csv', earlier));
  await form.getByLabel('Day of the earlier extract (optional)').fill(TOUR_DAYS.earlier);
}

/** From the first page to a baseline of the trust's own. */
export const DATA_STEPS: readonly TourStep[] = [
  {
    picture: 'home',
    caption: 'Home: what needs you, your organisations, and where each round stands',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page.getByRole('region', { name: 'My organisations and plans' }).waitFor();
      await page.getByRole('heading', { name: 'Rounds and plans' }).waitFor();
      return page;
    },
  },
  {
    picture: 'extract-chosen',
    caption: 'Data, ESR extracts: two extracts a year apart, chosen and dated',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page
        .getByRole('navigation', { name: 'Menu' })
        .getByRole('link', { name: 'Data', exact: true })
        .click();
      await page
        .getByRole('navigation', { name: 'Data', exact: true })
        .getByRole('link', { name: 'ESR extracts' })
        .click();
      await page.getByText(/^No extract of this organisation is imported yet/).waitFor();
      await chooseFiles(page);
      return page;
    },
  },
  {
    picture: 'extract-mapped',
    caption: 'What the trust calls by names of its own is mapped in place, once',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page.getByRole('button', { name: 'Check the files' }).click();
      const columns = page.getByRole('form', { name: 'Columns that are missing' });
      await columns.getByLabel('Pay Grade is the column').fill(TOUR_OWN_WORDS.payGrade);
      await columns.getByRole('button', { name: 'Save in the mapping and check again' }).click();
      const values = page.getByRole('form', { name: 'Values that are not mapped' });
      await values
        .getByLabel(`Occupation code ${TOUR_OWN_WORDS.code} is read as`)
        .selectOption('Support to doctors, nurses & midwives');
      return showFrom(page, values);
    },
  },
  {
    picture: 'quality-report',
    caption: 'The quality report of the extract, before anything is saved',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      const values = page.getByRole('form', { name: 'Values that are not mapped' });
      await values.getByRole('button', { name: 'Save in the mapping and check again' }).click();
      await values.waitFor({ state: 'detached' });
      return showFrom(page, page.getByText('Nothing is saved yet. This is what the import would hold.'));
    },
  },
  {
    picture: 'turnover',
    caption: 'The imported extract: joiners, leavers and turnover between the two days',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page.getByRole('button', { name: 'Import this extract' }).click();
      await page
        .getByRole('region', { name: 'Imported extracts, table' })
        .getByText('Can be the baseline')
        .waitFor();
      return showFrom(page, page.getByRole('region', { name: 'Turnover over 12 months, table' }));
    },
  },
  {
    picture: 'baseline',
    caption: 'The frozen snapshot is put in force as the baseline, with a reason',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page.getByRole('link', { name: 'Use it as the baseline' }).click();
      const form = page.getByRole('form', { name: `Change the baseline of ${TOUR_TRUST}` });
      await form.getByLabel('Position').selectOption('31 March 2026');
      await form.getByLabel('Reason').fill('Our own staff record, reconciled with payroll');
      await form.getByRole('button', { name: 'Change the baseline' }).click();
      await page
        .getByRole('row')
        .filter({ hasText: TOUR_TRUST })
        .filter({ hasText: 'Own ESR extract' })
        .waitFor();
      return page;
    },
  },
  {
    picture: 'overview',
    caption: 'The overview of the trust, projected again from its own baseline',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await openTrust(page);
      await page
        .getByText(/ESR extract/)
        .first()
        .waitFor();
      await waitForFigures(page);
      await page.getByRole('img', { name: /chart/ }).first().waitFor();
      return showFrom(page, page.locator('.wt-sentence'));
    },
  },
];
