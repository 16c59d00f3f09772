import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../libs/platform/services/operating-system-process';
import { endLeftServers } from '../../libs/platform/services';

const PREFIX = 'wholetime-test-';

/** A new empty folder for a test, outside the project. Whoever asks for it removes it. */
export function makeTestFolder(): string {
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
}

/** Removes what killed test runs left behind, servers included: nobody else would ever end them. */
export async function removeLeftTestFolders(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const maker = new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) {
      const folder = join(tmpdir(), name);
      await endLeftServers(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
