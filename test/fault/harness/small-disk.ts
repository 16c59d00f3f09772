import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const PIECES = [64 * 1024, 4 * 1024, 1] as const;
/** Where it lies within its namespace. */
const PLACE = '/mnt';
const MOUNT = `mount -t tmpfs -o size="$1"m,mode=700 tmpfs ${PLACE} && echo mounted && exec cat`;

/**
 * A file system of a few megabytes in memory. It lives in a mount namespace of its own, which needs no rights on the
 * machine and is gone with the process that holds it, also when a test is killed.
 */
export class SmallDisk {
  private constructor(
    private readonly holder: ChildProcess,
    /** Its folder, as every process of this user reaches it. */
    readonly folder: string,
  ) {}

  /** Whether the machine lets this user have one. */
  static isAllowed(): boolean {
    const { status } = spawnSync('unshare', mounting(1), { input: '' });
    return status === 0;
  }

  /** @throws Error when the machine lets this user have no namespace */
  static async make(megabytes: number): Promise<SmallDisk> {
    const holder = spawn('unshare', mounting(megabytes), { stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(holder, 'exit').then(() => {
      throw new Error('No file system could be mounted in a namespace of its own (unshare, mount).');
    });
    await Promise.race([once(holder.stdout, 'data'), ended]);
    ended.catch(() => undefined);
    return new SmallDisk(holder, `/proc/${holder.pid}/root${PLACE}`);
  }

  /**
   * What makes a program see the file system under its own path: a program that resolves links in its paths would
   * not find it from outside.
   */
  get within(): readonly string[] {
    return [
      'nsenter',
      '--user',
      '--mount',
      '--preserve-credentials',
      '--target',
      String(this.holder.pid),
      '--',
    ];
  }

  /** The path of something on it, as a program within sees it. */
  pathWithin(name: string): string {
    return join(PLACE, name);
  }

  /** Takes all the room that is left. */
  fill(): void {
    const file = openSync(this.ballast, 'a');
    try {
      for (const size of PIECES) {
        const piece = Buffer.alloc(size, 1);
        while (isWritten(file, piece));
      }
    } finally {
      closeSync(file);
    }
  }

  /** Gives the room back. */
  free(): void {
    rmSync(this.ballast, { force: true });
  }

  async close(): Promise<void> {
    const ended = once(this.holder, 'exit');
    this.holder.stdin?.end();
    await ended;
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function mounting(megabytes: number): readonly string[] {
  return ['--user', '--map-root-user', '--mount', 'sh', '-c', MOUNT, 'sh', String(megabytes)];
}

function isWritten(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}
