import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { executableSearchPath, inheritedEnvironment, projectRoot } from '#platform';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Fields for days look as in England. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--lang=en-GB',
];
const PLANNER = 'system-planner';
/** Enough for a page to have likely ranges; the work beside the pages stays small. */
const FEW_DRAWS = { WHOLETIME_DRAWS: '20' };
const TRUST = 'Leeds Teaching Hospitals NHS Trust';

interface Started {
  readonly url: string;
  readonly accounts: readonly {
    readonly role: string;
    readonly email: string;
    readonly password: string;
  }[];
}

/** The product with its demo, from an empty folder, and a Chromium beside it. */
export class ProductInBrowser {
  private constructor(
    private readonly started: Started,
    private readonly browser: Browser,
  ) {}

  /**
   * Starts both, works with them and ends them.
   *
   * @param environment settings of the product beside those that keep it apart
   * @throws Error where there is no Chromium, or no playwright-core, which is installed for development only.
   */
  static async use<T>(
    work: (product: ProductInBrowser) => Promise<T>,
    environment: Readonly<Record<string, string>> = FEW_DRAWS,
  ): Promise<T> {
    const browser = await launchBrowser();
    const folder = await mkdtemp(join(tmpdir(), 'wholetime-browser-'));
    const child = startProduct(folder, environment);
    try {
      return await work(new ProductInBrowser(await addressesOf(child), browser));
    } finally {
      await browser.close();
      await endOf(child);
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** The address of a page. */
  address(path: string): string {
    return this.started.url + path;
  }

  /** A browser profile without cookies or cache. */
  profile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    return this.browser.newContext({
      viewport: { width: 1400, height: 1000 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
  }

  /** Signs a profile in as the demo's person of a role; the page shows the rounds and plans. */
  async signIn(page: Page, role = PLANNER): Promise<void> {
    const account = this.started.accounts.find((candidate) => candidate.role === role);
    await page.goto(this.address('/'));
    await page.getByLabel('Email address').fill(account?.email ?? '');
    await page.getByLabel('Password', { exact: true }).fill(account?.password ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Rounds and plans' }).waitFor();
  }

  /** The path of a large trust's overview in the plan's submission; for a signed-in page. */
  async trustPath(page: Page): Promise<string> {
    const { scenarioId, organisationId } = await page.evaluate<Unit>(`(async () => {
      const read = async (path) => (await fetch('/api' + path)).json();
      const [round] = (await read('/rounds')).rounds;
      const { nodes } = await read('/organisations?roundId=' + round.id);
      return {
        scenarioId: round.scenarios.find(({ kind }) => kind === 'plan').id,
        organisationId: nodes.find(({ name }) => name === ${JSON.stringify(TRUST)}).id,
      };
    })()`);
    return `/scenarios/${scenarioId}/organisations/${organisationId}`;
  }
}

interface Unit {
  readonly scenarioId: string;
  readonly organisationId: string;
}

async function launchBrowser(): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const programs = executableSearchPath().flatMap((folder) => PROGRAMS.map((name) => join(folder, name)));
  const executablePath = programs.find((program) => existsSync(program));
  if (executablePath === undefined) throw new Error('no Chromium on the path');
  return chromium.launch({ executablePath, args: FLAGS });
}

function startProduct(folder: string, environment: Readonly<Record<string, string>>): ChildProcess {
  return spawn(process.execPath, [join(projectRoot(), 'dist/apps/cli/main.js'), 'start', '--json'], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...inheritedEnvironment(),
      ...environment,
      WHOLETIME_DATA_DIRECTORY: folder,
      PORT: '0',
      HEE_API_PORT: '0',
    },
  });
}

/** What the product says once it serves. */
function addressesOf(child: ChildProcess): Promise<Started> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the product ended with code ${code}`)));
    if (child.stdout === null) return;
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{"url"')) resolve(JSON.parse(line) as Started);
    });
  });
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}
