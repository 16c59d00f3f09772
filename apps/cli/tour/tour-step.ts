import type { Locator, Page } from 'playwright-core';

/** The people of the demo who walk the tour, each in a browser of their own. */
export interface TourPeople {
  /** The page of the demo's person of a role, signed in; the same one each time. */
  pageOf(role: string): Promise<Page>;
}

/** One step of the tour. */
export interface TourStep {
  /** Name of its picture in `docs/tour`, without the ending. */
  readonly picture: string;
  /** What the picture shows: its caption in `docs/tour.md`. */
  readonly caption: string;
  /** Walks it as a person would, waits for what it leads to, and hands back the page to be pictured. */
  walk(people: TourPeople): Promise<Page>;
}

export const TOUR_SYSTEM = 'West Yorkshire';
export const TOUR_TRUST = 'Leeds Teaching Hospitals NHS Trust';

interface Scrolled {
  scrollIntoView(options: { readonly block: 'start' | 'end' }): void;
}

/** Brings what the picture is about to the top of the window. */
export async function showFrom(page: Page, target: Locator): Promise<Page> {
  await target.waitFor();
  await target.evaluate((element) => (element as unknown as Scrolled).scrollIntoView({ block: 'start' }));
  return page;
}

/** Brings the end of what the picture is about to the bottom of the window. */
export async function showUpTo(page: Page, target: Locator): Promise<Page> {
  await target.waitFor();
  await target.evaluate((element) => (element as unknown as Scrolled).scrollIntoView({ block: 'end' }));
  return page;
}

/** Opens the overview of the trust in the newest round from the first page. */
export async function openTrust(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Home', exact: true }).click();
  await page
    .getByRole('region', { name: 'My organisations and plans' })
    .getByRole('link', { name: TOUR_TRUST, exact: true })
    .click();
  await page.locator('.wt-sentence').waitFor();
}

/** Waits until the figures on the page are those of the assumptions and baselines as they stand. */
export async function waitForFigures(page: Page): Promise<void> {
  await page.locator('.wt-meta [data-freshness="up-to-date"]').waitFor();
}
