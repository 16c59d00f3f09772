import { createServer } from 'node:net';
import { startProvider, type ProviderUnderTest } from '../support/single-sign-on/provider-under-test';
import { ProductInBrowser, accessibilityViolations } from './product-in-browser.fixture';

/** A port that is free now. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

describe('signing in at the organisation’s provider', () => {
  let provider: ProviderUnderTest;
  let product: ProductInBrowser;

  beforeAll(async () => {
    const port = String(await freePort());
    provider = await startProvider(`http://localhost:${port}`);
    product = await ProductInBrowser.start({ ...provider.environment, PORT: port });
    const { email } = product.accountOf('system-planner');
    await provider.control({ people: { planner: { email, email_verified: true } } });
  });

  afterAll(async () => {
    await product.stop();
    await provider.stop();
  });

  it('leads there and back by keyboard alone, to the page that was asked for, and out of both', async () => {
    const { page } = await product.visit('/accuracy');
    const button = page.getByRole('link', { name: 'Sign in with NHS England' });
    await button.waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByPlaceholder('Enter any login').fill('planner');
    await page.getByPlaceholder('and password').fill('any');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/accuracy');
    expect(await page.getByRole('link', { name: 'Change password' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: /Yes, sign me out/ }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
  });

  it('says why nobody was let in, and keeps the other way open', async () => {
    const { page } = await product.visit('/', 320);
    await page.getByRole('link', { name: 'Sign in with NHS England' }).click();
    await page.getByPlaceholder('Enter any login').fill('stranger');
    await page.getByPlaceholder('and password').fill('any');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Continue' }).click();

    await page.getByRole('alert').getByText('You don’t have an account here yet').waitFor();
    expect(await page.title()).toBe('Error: sign in - Wholetime');
    expect(await accessibilityViolations(page)).toEqual([]);
    await product.signIn(page, 'system-planner');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
  });
});
