import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { removeLeftTestFolders } from './test-folder';

/** Builds what is older than its sources: tests with real processes run what a person would run. */
export default async function setUp(): Promise<void> {
  await removeLeftTestFolders();
  const bootstrap = join(__dirname, '../../apps/cli/bootstrap.mjs');
  execFileSync(process.execPath, [bootstrap, 'prepare'], { stdio: 'inherit' });
}
