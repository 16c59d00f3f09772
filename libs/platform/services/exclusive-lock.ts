import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isSameProcess, type ProcessIdentity } from './operating-system-process';
import { eventually } from './pause';
import { ServicesError } from './services.error';

const LIMIT_MILLISECONDS = 300_000;

/**
 * Does the work while no other process does work under the same lock file. A lock whose holder has died is
 * taken over.
 *
 * @throws ServicesError when another process holds the lock for five minutes.
 */
export async function withExclusiveLock<T>(lockFile: string, work: () => Promise<T>): Promise<T> {
  if (!(await eventually(() => tryLock(lockFile), LIMIT_MILLISECONDS, 50))) {
    throw new ServicesError(
      `Another process is starting the private servers; remove ${lockFile} if none is.`,
    );
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** Writes who holds something into the file. */
export function writeHolder(file: string): void {
  writeFileSync(file, JSON.stringify(identityOf(process.pid)), { mode: 0o600 });
}

/** The living process that the file names as holder; undefined when there is none. */
export function livingHolder(file: string): ProcessIdentity | undefined {
  const holder = holderOf(file);
  return holder !== undefined && isSameProcess(holder) ? holder : undefined;
}

function holderOf(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}

function tryLock(lockFile: string): boolean {
  const own = `${lockFile}.${process.pid}`;
  writeHolder(own);
  try {
    // A link appears with its content: nobody sees a lock without its holder.
    linkSync(own, lockFile);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
    const holder = holderOf(lockFile);
    if (holder !== undefined && !isSameProcess(holder)) {
      rmSync(lockFile, { force: true });
    }
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}
