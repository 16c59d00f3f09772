import type { BrowserContextOptions, Page } from 'playwright-core';
import type { ProductInBrowser } from '../browser/product-in-browser';
import type { TourPeople } from './tour-step';

/** A machine that does much else calculates slowly. */
const PATIENCE_MILLISECONDS = 120_000;

/** The window of a notebook; days and hours as in England; nothing moves. */
const PROFILE: BrowserContextOptions = {
  viewport: { width: 1280, height: 900 },
  locale: 'en-GB',
  timezoneId: 'Europe/London',
  reducedMotion: 'reduce',
};

/** The people of the tour in a product started for it; each signs in when first needed. */
export class TourWalk implements TourPeople {
  private readonly pages = new Map<string, Page>();

  constructor(private readonly product: ProductInBrowser) {}

  async pageOf(role: string): Promise<Page> {
    const known = this.pages.get(role);
    if (known !== undefined) return known;
    const page = await (await this.product.profile(PROFILE)).newPage();
    page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    await this.product.signIn(page, role);
    this.pages.set(role, page);
    return page;
  }
}
