import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const PROJECT = join(__dirname, '../../..');
const READY_LIMIT_MILLISECONDS = 60_000;

/** What to start and how. */
export interface ProcessOptions {
  /** Script from the project folder. */
  readonly script: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Options of Node, such as a limit of its heap. */
  readonly nodeOptions?: readonly string[];
}

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of the product that may be killed, frozen and thawed; only the signals it is sent tell it so. */
export class ProductProcess {
  /** Resolves when it has ended, however it did. */
  readonly ended: Promise<ProcessEnd>;

  private constructor(
    private readonly child: ChildProcess,
    /** Where it listens, once it is ready. */
    readonly url: string,
    private readonly log: readonly string[],
  ) {
    this.ended = endOf(child);
  }

  /**
   * Starts it and waits until it says that it is ready.
   *
   * @throws Error with its log when it ends before that
   */
  static async start(options: ProcessOptions): Promise<ProductProcess> {
    const child = fork(join(PROJECT, options.script), [], {
      cwd: PROJECT,
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...options.environment },
      execArgv: [...(options.nodeOptions ?? [])],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const log: string[] = [];
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk: Buffer) => log.push(chunk.toString()));
    }
    try {
      return new ProductProcess(child, await readyUrl(child), log);
    } catch (error) {
      child.kill('SIGKILL');
      throw new Error(`${options.script}: ${log.join('')}`, { cause: error });
    }
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Everything it wrote so far. */
  output(): string {
    return this.log.join('');
  }

  signal(name: NodeJS.Signals): void {
    this.child.kill(name);
  }

  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Ends it without a chance to tidy up. */
  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.ended;
  }

  /** Asks it to end in order. */
  async terminate(): Promise<ProcessEnd> {
    this.signal('SIGTERM');
    return this.ended;
  }
}

function endOf(child: ChildProcess): Promise<ProcessEnd> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve({ code: child.exitCode, signal: child.signalCode });
  }
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('not ready in a minute')), READY_LIMIT_MILLISECONDS);
    child.once('message', (message) => {
      clearTimeout(limit);
      resolve((message as { url: string }).url);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      reject(new Error(`ended with ${signal ?? code}`));
    });
  });
}
