import {
  accessibilityViolations,
  openOrganisation,
  ProductInBrowser,
  sidewaysScroll,
} from './product-in-browser.fixture';

const TRUST = 'Leeds Teaching Hospitals NHS Trust';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

describe('closing the gap', () => {
  it('goes from limits to a proposal, of which a part is accepted into a what-if and marked', async () => {
    const { page, faults } = await product.visitAs('system-planner');
    await openOrganisation(page, 'West Yorkshire', TRUST);
    const menu = page.getByRole('navigation', { name: 'Menu' });
    await menu.getByRole('link', { name: 'Close the gap' }).click();
    await page.getByRole('heading', { name: 'What must hold and what may move' }).waitFor();
    await page.getByRole('button', { name: 'Find the plan' }).press('Enter');
    await page.locator('[aria-label="Answer"]:focus').waitFor();
    await page.getByRole('heading', { name: 'The proposal beside the plan' }).waitFor({ timeout: 240_000 });
    await page
      .locator('.wt-sentence')
      .getByText(/WTE as planned, .* WTE with the proposal, for/)
      .waitFor();
    await page.getByRole('heading', { name: 'What holds the plan back' }).waitFor();
    await page.getByRole('listitem').filter({ hasText: 'Demo system planner: Answered' }).waitFor();
    await page.getByRole('img', { name: 'Chart of Cost against shortfall.' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);

    const lines = page.getByRole('region', { name: 'Lines of the proposal, table' });
    const choices = await lines.getByRole('checkbox').count();
    expect(choices).toBeGreaterThan(1);
    await lines.getByRole('checkbox').first().press('Space');
    await page.getByLabel('Name of a new what-if that takes them').fill('Half the gap');
    await page.getByRole('button', { name: `Accept ${choices - 1} of ${choices}` }).press('Enter');
    await lines
      .getByRole('link', { name: /^Accepted into Half the gap/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByText('Half the gap').first().waitFor();
    expect(faults).toEqual([]);
  });

  it('finds the value of one assumption for one target', async () => {
    const { page } = await product.visitAs('system-planner', 320);
    await openOrganisation(page, 'West Yorkshire', TRUST);
    await page.goto(`${page.url().split('?')[0] ?? ''}/close-the-gap`);
    await page.getByRole('heading', { name: 'One assumption for one target' }).waitFor();
    await page.getByRole('button', { name: 'Find the value' }).press('Enter');
    await page.locator('.wt-sentence').waitFor({ timeout: 240_000 });
    expect(await page.locator('.wt-sentence').textContent()).toMatch(/reaches it|comes closest|met already/);
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
