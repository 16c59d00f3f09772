import { accessibilityViolations, ProductInBrowser, sidewaysScroll } from './product-in-browser.fixture';

let product: ProductInBrowser;

beforeAll(async () => {
  product = await ProductInBrowser.start();
});

afterAll(() => product.stop());

describe('the national picture', () => {
  it('leads from England to the plans behind a year, and says what they exceed together', async () => {
    const { page } = await product.visitAs('national-analyst');
    await page.getByRole('navigation', { name: 'Menu' }).getByRole('link', { name: 'National' }).click();
    const sentence = page.locator('.wt-sentence');
    await sentence.getByText(/^Staff in post of England comes to .* WTE in \d{4}\/\d\d, from/).waitFor();
    await page.getByRole('heading', { name: 'Do plans together exceed what exists?' }).waitFor();
    await page.getByLabel('Figure', { exact: true }).selectOption('Pay bill');
    await page.getByLabel('Plans behind', { exact: true }).selectOption({ index: 1 });
    await page.reload();
    await sentence.getByText(/^Pay bill of England comes to £/).waitFor();
    const systems = page.getByRole('region', { name: /^Plans behind Pay bill, .*, table$/ });
    expect(await systems.getByRole('row').count()).toBeGreaterThan(1);
    const checks = page.getByRole('region', { name: 'What plans together were held against, table' });
    await checks.waitFor();
    expect(await checks.getByRole('row').count()).toBe(10);
  });

  it('is not offered to those who oversee less than the nation', async () => {
    const { page } = await product.visitAs('system-planner');
    const menu = page.getByRole('navigation', { name: 'Menu' });
    await menu.getByRole('link', { name: 'Accuracy' }).waitFor();
    expect(await menu.getByRole('link', { name: 'National' }).count()).toBe(0);
  });

  it.each([1400, 320])('is accessible and fits at %i pixels', async (width) => {
    const { page, faults } = await product.visitAs('national-analyst', width);
    await page.goto(`${product.url}/national`);
    await page.getByRole('region', { name: 'What plans together were held against, table' }).waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
    expect(faults).toEqual([]);
  });
});
