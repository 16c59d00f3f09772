import { rmSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core';
import { DEMO_SETTINGS, copyDemo } from '../support/demo-folder.setup';
import type { DemoAccount } from '../support/demo-product';
import { startProcess, type ProcessUnderTest } from '../support/process-under-test';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A page of a signed-in person, with what went wrong in it. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Uncaught errors, refusals of the content security policy and requests to other sites. */
  readonly faults: readonly string[];
}

/** The whole product with the demo as it was loaded and calculated, and a Chromium beside it. */
export class ProductInBrowser {
  private constructor(
    private readonly folder: string,
    private readonly product: ProcessUnderTest,
    private readonly browser: Browser,
    readonly url: string,
    private readonly accounts: readonly DemoAccount[],
  ) {}

  /** @param settings on top of those of a test */
  static async start(settings: Readonly<Record<string, string>> = {}): Promise<ProductInBrowser> {
    const { folder, accounts } = copyDemo();
    const product = startProcess({
      script: 'apps/cli/bootstrap.mjs',
      arguments: ['start', '--json'],
      environment: {
        WHOLETIME_DATA_DIRECTORY: folder,
        ...DEMO_SETTINGS,
        ...settings,
      },
    });
    const { url } = JSON.parse(await product.line(/^\{"url"/)) as { url: string };
    const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';
    const browser = await chromium.launch({ executablePath, args: FLAGS });
    return new ProductInBrowser(folder, product, browser, url, accounts);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.product.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A fresh browser profile at an address of the product. */
  async visit(path: string, width = 1400): Promise<Visit> {
    const context = await this.browser.newContext({
      viewport: { width, height: 1000 },
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(this.url)) faults.push(`Request to ${request.url()}`);
    });
    await page.goto(this.url + path);
    return { page, context, faults };
  }

  /** Signs in as the demo's person of a role; leads to the rounds and plans. */
  async visitAs(role: string, width?: number): Promise<Visit> {
    const visit = await this.visit('/', width);
    await this.signIn(visit.page, role);
    await visit.page.getByRole('heading', { name: 'Rounds and plans' }).waitFor();
    return visit;
  }

  /** The demo's account of a role. */
  accountOf(role: string): DemoAccount {
    const account = this.accounts.find((candidate) => candidate.role === role);
    if (account === undefined) throw new Error(`The demo has no ${role}.`);
    return account;
  }

  async signIn(page: Page, role: string, password?: string): Promise<void> {
    const account = this.accountOf(role);
    await page.getByLabel('Email address').fill(account.email);
    await page.getByLabel('Password', { exact: true }).fill(password ?? account.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
}

/** Opens the overview of a system from the list of plans. */
export async function openSystem(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await sentence(page).waitFor();
}

/** Opens the overview of a person's own organisation from Home, where what needs them may lead elsewhere. */
export async function openOwnOrganisation(page: Page, name: string): Promise<void> {
  const round = page.getByRole('region', { name: /2026\/27/ });
  await round.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

/** Opens the overview of an organisation from its system's. */
export async function openOrganisation(page: Page, system: string, name: string): Promise<void> {
  await openSystem(page, system);
  const organisations = page.getByRole('region', { name: 'Organisations, table' });
  await organisations.getByRole('link', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await sentence(page).waitFor();
}

/** Opens the assumption grid of an organisation of West Yorkshire as the planner of the system or as its own. */
export async function visitGrid(
  product: ProductInBrowser,
  role: 'system-planner' | 'workforce-lead',
  name: string,
): Promise<Visit> {
  const visit = await product.visitAs(role);
  const { page } = visit;
  if (role === 'system-planner') await openOrganisation(page, 'West Yorkshire', name);
  else await openOwnOrganisation(page, name);
  await page.getByRole('link', { name: 'Open assumptions' }).click();
  await page.getByRole('grid').waitFor();
  return visit;
}

/** The finding in words on an overview. */
export function sentence(page: Page): Locator {
  return page.locator('.wt-sentence');
}

/** The rules of WCAG 2.2 A and AA, and good practice, that the page breaks. */
export async function accessibilityViolations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const result = await page.evaluate<{ violations: { id: string; nodes: { html: string }[] }[] }>(
    `axe.run(document, { runOnly: ${JSON.stringify(tags)}, resultTypes: ['violations'] })`,
  );
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** By how many pixels the page is wider than its window. */
export function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
