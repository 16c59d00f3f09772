import { cpSync, rmSync } from 'node:fs';
import setUpBuiltProduct from './built-product.setup';
import { isDemoPublished, type StartedProduct } from './demo-product';
import { startProcess } from './process-under-test';
import { makeTestFolder } from './test-folder';

const FOLDER = 'DEMO_FOLDER';
const ACCOUNTS = 'DEMO_ACCOUNTS';

/** Settings of every product in the browser, whose demo is the one of the setup. */
export const DEMO_SETTINGS = { WHOLETIME_DRAWS: '20', PORT: '0', HEE_API_PORT: '0' } as const;

/** Loads the demo and lets it be calculated once; each test file begins with a copy of its data. */
export default async function setUp(): Promise<void> {
  await setUpBuiltProduct();
  const folder = makeTestFolder();
  const product = startProcess({
    script: 'apps/cli/bootstrap.mjs',
    arguments: ['start', '--json'],
    environment: { WHOLETIME_DATA_DIRECTORY: folder, ...DEMO_SETTINGS },
  });
  const started = JSON.parse(await product.line(/^\{"url"/)) as StartedProduct;
  const isPublished = await isDemoPublished(started);
  await product.stop();
  if (!isPublished) throw new Error('The demo was not calculated.');
  process.env[FOLDER] = folder;
  process.env[ACCOUNTS] = JSON.stringify(started.accounts);
}

/** A folder with the data of the demo, and its accounts. */
export function copyDemo(): { readonly folder: string; readonly accounts: StartedProduct['accounts'] } {
  const folder = makeTestFolder();
  cpSync(process.env[FOLDER] ?? '', folder, { recursive: true });
  return { folder, accounts: JSON.parse(process.env[ACCOUNTS] ?? '') as StartedProduct['accounts'] };
}

/** Removes the folder of the setup. */
export function removeDemo(): void {
  rmSync(process.env[FOLDER] ?? '', { recursive: true, force: true });
}
