import { openTrust, showFrom, TOUR_SYSTEM, TOUR_TRUST, waitForFigures, type TourStep } from './tour-step';

const LEAD = 'workforce-lead';
const PLANNER = 'system-planner';
/** A hundred futures are worked out on a machine that may do much else. */
const PATIENCE = { timeout: 300_000 } as const;
const NURSES = 'Nurses & health visitors';

/** Months of the year that are over, as a trust sends them: most nurses came later than planned. */
const ACTUALS = [
  'staff_group,month,substantive,joiners,leavers',
  'nurses-and-health-visitors,2026-03,4560,,',
  'nurses-and-health-visitors,2026-04,4548.4,30.2,41.8',
  'nurses-and-health-visitors,2026-05,4531.6,28,44.8',
  'nurses-and-health-visitors,2026-06,4524.2,36.4,43.8',
].join('\n');

/** From a gap of the plan to a plan that closes it, and from the plan to the year that runs against it. */
export const GAP_AND_YEAR_STEPS: readonly TourStep[] = [
  {
    picture: 'gap-asked',
    caption: 'Close the gap: what must hold, and what may move by how much',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await openTrust(page);
      await page.getByRole('link', { name: `close the gap of ${NURSES}, 2030/31` }).click();
      return showFrom(page, page.getByRole('heading', { name: 'What must hold and what may move' }));
    },
  },
  {
    picture: 'gap-answered',
    caption: 'The plan it finds, beside what is planned, and how sure it is over 100 possible futures',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      await page.getByRole('button', { name: 'Find the plan' }).click();
      await page.getByRole('heading', { name: 'The proposal beside the plan' }).waitFor(PATIENCE);
      await page.getByRole('img', { name: 'Chart of How sure it is.' }).waitFor();
      return showFrom(page, page.locator('.wt-sentence'));
    },
  },
  {
    picture: 'gap-lines',
    caption: 'Line by line: what is accepted goes into the assumptions, marked until a person gives a basis',
    async walk(people) {
      const page = await people.pageOf(LEAD);
      return showFrom(page, page.getByRole('heading', { name: 'Accept all or part' }));
    },
  },
  {
    picture: 'year-frozen',
    caption: 'In the year: the plan is frozen, and the months that are over come as a file, looked at first',
    async walk(people) {
      const page = await people.pageOf(PLANNER);
      await page.getByRole('link', { name: TOUR_SYSTEM, exact: true }).first().click();
      const organisations = page.getByRole('region', { name: 'Organisations, table' });
      await organisations.getByRole('link', { name: TOUR_TRUST }).click();
      await waitForFigures(page);
      await page.getByRole('link', { name: 'In the year', exact: true }).click();
      await page.getByRole('button', { name: 'Freeze the figures of this scenario' }).click();
      await page.locator('.wt-sentence', { hasText: 'No actual figures are loaded yet.' }).waitFor();
      await page
        .getByLabel('Upload actual figures (CSV)')
        .setInputFiles({ name: 'actuals.csv', mimeType: 'text/csv', buffer: Buffer.from(ACTUALS) });
      await page.getByRole('region', { name: 'What the file changes' }).waitFor();
      return page;
    },
  },
  {
    picture: 'year-compared',
    caption: 'Plan against actual by month; the variance of each month in its parts',
    async walk(people) {
      const page = await people.pageOf(PLANNER);
      await page.getByRole('button', { name: 'Save the figures' }).click();
      await page.getByRole('status').getByText('Saved.').waitFor();
      await page.getByLabel('Staff group', { exact: true }).selectOption(NURSES);
      await page.locator('.wt-sentence', { hasText: 'Staff in post in June 2026' }).waitFor();
      await page.getByRole('img', { name: /^Line chart/ }).waitFor();
      return showFrom(page, page.locator('.wt-sentence'));
    },
  },
  {
    picture: 'year-reasons',
    caption: 'Why, and who answers for it; the reforecast stands beside the plan and never changes it',
    async walk(people) {
      const page = await people.pageOf(PLANNER);
      await page.getByRole('button', { name: 'Give or change a reason' }).click();
      const reasons = page.getByRole('region', { name: 'Reasons and owners' });
      await reasons.getByRole('textbox', { name: 'Reason' }).fill('The spring intake starts in July.');
      await reasons.getByRole('textbox', { name: 'Owner' }).fill('Chief nurse');
      await reasons.getByRole('button', { name: 'Save the reason' }).click();
      await reasons.getByText('Owner: Chief nurse.').waitFor();
      return showFrom(page, reasons);
    },
  },
];
