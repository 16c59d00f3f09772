import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { removeLeftTestFolders } from './test-folder';

/** Builds what is older than its sources: tests with real processes run what a person would run. */
export default async function setUp(): Promise<void> {
  await removeLeftTestFolders();
  execFileSync(process.execPath, [join(__dirname, '../../apps/cli/prepare.mjs')], { stdio: 'inherit' });
}
