import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Kinds of files that the folder takes: each has a folder of its name under that of its employer. */
export const WATCHED_KINDS = ['actuals', 'esr', 'ledger', 'roster'] as const;
export type WatchedKind = (typeof WATCHED_KINDS)[number];

/** A file that waits to be taken. */
export interface WaitingFile {
  readonly path: string;
  readonly name: string;
  /** The folder that it lies in. */
  readonly folder: string;
  /** ODS code of the employer, by the folder's name. */
  readonly employer: string;
  readonly kind: WatchedKind;
}

/** Size and time of the last change: while a file is being written, one of them moves. */
export interface FileShape {
  readonly size: number;
  readonly changedAt: number;
}

const EMPLOYER = /^[A-Z0-9]{2,10}$/;
/** Names under which programs keep what is not finished. */
const UNFINISHED = /^[.~]|(\.(part|partial|tmp|temp|filepart|crdownload)|~)$/i;

/** The files that lie in `folder/EMPLOYER/kind`, in the order of their paths. */
export async function waitingFiles(root: string): Promise<readonly WaitingFile[]> {
  const employers = (await entriesOf(root)).filter((each) => each.isDirectory() && EMPLOYER.test(each.name));
  const found: WaitingFile[] = [];
  for (const { name: employer } of employers) {
    for (const kind of WATCHED_KINDS) {
      const folder = join(root, employer, kind);
      const files = (await entriesOf(folder)).filter((each) => each.isFile() && !UNFINISHED.test(each.name));
      found.push(...files.map(({ name }) => ({ path: join(folder, name), name, folder, employer, kind })));
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** What a file looks like now; null where it is gone. */
export async function shapeOf(path: string): Promise<FileShape | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { size, changedAt: mtimeMs };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

const isMissing = (error: unknown): boolean => Reflect.get(Object(error), 'code') === 'ENOENT';

export const isSameShape = (a: FileShape | null, b: FileShape | null): boolean =>
  a !== null && b !== null && a.size === b.size && a.changedAt === b.changedAt;

/** Tells files that have come to rest from those that are still being written. */
export class SettledFiles {
  private seen = new Map<string, FileShape & { readonly since: number }>();

  /** @param settleMilliseconds how long a file must have stayed as it is */
  constructor(private readonly settleMilliseconds: number) {}

  /** Those of the files that have not changed for long enough, by what was seen of them at earlier looks. */
  async among(files: readonly WaitingFile[], now: number): Promise<readonly WaitingFile[]> {
    const seen: typeof this.seen = new Map();
    const settled: WaitingFile[] = [];
    for (const file of files) {
      const shape = await shapeOf(file.path);
      if (shape === null) continue;
      const before = this.seen.get(file.path);
      const since = before !== undefined && isSameShape(before, shape) ? before.since : now;
      seen.set(file.path, { ...shape, since });
      if (shape.size > 0 && before !== undefined && now - since >= this.settleMilliseconds)
        settled.push(file);
    }
    this.seen = seen;
    return settled;
  }
}
