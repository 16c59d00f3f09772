import { mkdtempSync, readFileSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRunning } from '../../libs/platform/services/operating-system-process';
import { endLeftServers } from '../../libs/platform/services';

const PREFIX = 'wholetime-test-';

/** Linux keeps it in memory. */
const MEMORY = '/dev/shm';
const BYTES_WANTED = 6 * 2 ** 30;

/** A new empty folder for a test, outside the project. Whoever asks for it removes it. */
export function makeTestFolder(): string {
  const parent = isRoomInMemory() ? MEMORY : tmpdir();
  return mkdtempSync(join(parent, `${PREFIX}${process.pid}-`));
}

/** Removes what killed test runs left behind, servers included: nobody else would ever end them. */
export async function removeLeftTestFolders(): Promise<void> {
  for (const folder of foldersIn(tmpdir()).concat(foldersIn(MEMORY))) {
    const maker = new RegExp(`/${PREFIX}(\\d+)-[^/]*$`).exec(folder)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) {
      await endLeftServers(folder);
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function foldersIn(parent: string): string[] {
  try {
    return readdirSync(parent).map((name) => join(parent, name));
  } catch {
    return [];
  }
}

/**
 * Whether there is memory to spare for data and leave to run programs there: each test makes a hundred tables
 * and drops them, which a disk takes seconds over. What a killed process had written stays in either.
 */
function isRoomInMemory(): boolean {
  try {
    const mount = readFileSync('/proc/mounts', 'utf8')
      .split('\n')
      .map((line) => line.split(' '))
      .findLast(([, place]) => place === MEMORY);
    const [, , type, options = 'noexec'] = mount ?? [];
    const { bavail, bsize } = statfsSync(MEMORY);
    const isUsable = type === 'tmpfs' && !/\bnoexec\b|\bro\b/.test(options);
    return isUsable && Math.min(bavail * bsize, freemem()) >= BYTES_WANTED;
  } catch {
    return false;
  }
}
