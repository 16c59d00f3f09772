import type { Page } from 'playwright-core';
import { assertDocumentShows } from '../../apps/cli/tour/tour-document';
import type { TourPeople } from '../../apps/cli/tour/tour-step';
import { TOUR_STEPS } from '../../apps/cli/tour/tour-steps';
import { ProductInBrowser, type Visit } from './product-in-browser.fixture';

/** Each step recalculates a trust or a system, on a machine that may do much else. */
const PATIENCE_MILLISECONDS = 120_000;

let product: ProductInBrowser;
const visits = new Map<string, Visit>();

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

const people: TourPeople = {
  async pageOf(role: string): Promise<Page> {
    const visit = visits.get(role) ?? (await product.visitAs(role));
    visit.page.setDefaultTimeout(PATIENCE_MILLISECONDS);
    visits.set(role, visit);
    return visit.page;
  },
};

describe('the tour, from an ESR extract to a submitted plan', () => {
  it.each(TOUR_STEPS.map((step) => [step.caption, step] as const))('%s', async (_, step) => {
    await step.walk(people);
  });

  it('went without an error, and is the one that is written down', () => {
    expect([...visits.values()].flatMap(({ faults }) => faults)).toEqual([]);
    expect(() => assertDocumentShows(TOUR_STEPS)).not.toThrow();
  });
});
