import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { inheritedEnvironment, type Report } from '#platform';
import { StartError } from './start.error';

/** A process of the product and how to run it. */
export interface ProcessDefinition {
  readonly name: string;
  /** Built program. */
  readonly program: string;
  /** Variables on top of the inherited environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly logFile: string;
}

const READY_LIMIT_MILLISECONDS = 60_000;
const STOP_LIMIT_MILLISECONDS = 15_000;
const FIRST_BACKOFF_MILLISECONDS = 500;
const LONGEST_BACKOFF_MILLISECONDS = 15_000;
const STEADY_MILLISECONDS = 60_000;
const LOG_LIMIT_BYTES = 10_000_000;
const LOG_LINES_SHOWN = 10;

/**
 * A process that is started again when it dies. It says `{ type: 'ready', url }` over its channel when it
 * can serve, and ends itself when the channel closes, so that it never outlives this process.
 */
export class SupervisedProcess {
  private child: ChildProcess | undefined;
  private isStopping = false;
  private backoff = FIRST_BACKOFF_MILLISECONDS;
  private restart: NodeJS.Timeout | undefined;

  constructor(
    private readonly definition: ProcessDefinition,
    private readonly report: Report,
  ) {}

  /**
   * Starts the process.
   *
   * @returns the address it serves, where it serves any.
   * @throws StartError when it ends or is silent for a minute before it is ready.
   */
  async start(): Promise<string | undefined> {
    const child = this.launch();
    const url = await readiness(child).catch((error: unknown) => {
      child.kill('SIGKILL');
      throw this.failure(error);
    });
    this.keepRunning(child, Date.now());
    return url;
  }

  /** Ends the process in order; kills it when it takes more than 15 seconds. */
  async stop(): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restart);
    const { child } = this;
    if (child === undefined || hasEnded(child)) {
      return;
    }
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MILLISECONDS);
    await ended;
    clearTimeout(limit);
  }

  private launch(): ChildProcess {
    const { program, environment, logFile } = this.definition;
    const log = openLog(logFile);
    try {
      // In a process group of its own: Ctrl-C reaches only this process, which ends the others in order.
      const child = fork(program, [], {
        detached: true,
        stdio: ['ignore', log, log, 'ipc'],
        env: { ...inheritedEnvironment(), ...environment },
      });
      this.child = child;
      return child;
    } finally {
      closeSync(log);
    }
  }

  private keepRunning(child: ChildProcess, startedAt: number): void {
    if (hasEnded(child)) {
      this.restartLater(child, startedAt);
    } else {
      child.once('exit', () => this.restartLater(child, startedAt));
    }
  }

  private restartLater(child: ChildProcess, startedAt: number): void {
    if (this.isStopping) {
      return;
    }
    if (Date.now() - startedAt > STEADY_MILLISECONDS) {
      this.backoff = FIRST_BACKOFF_MILLISECONDS;
    }
    const how = child.signalCode ?? `code ${child.exitCode}`;
    this.report(`${this.definition.name} ended (${how}); starts again in ${this.backoff / 1000} s`);
    this.restart = setTimeout(() => this.keepRunning(this.launch(), Date.now()), this.backoff);
    this.backoff = Math.min(this.backoff * 2, LONGEST_BACKOFF_MILLISECONDS);
  }

  private failure(error: unknown): StartError {
    const { name, logFile } = this.definition;
    const reason = error instanceof Error ? error.message : String(error);
    return new StartError(`${name} did not start: ${reason}\n${endOfLog(logFile)}\nIts log: ${logFile}`);
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

function readiness(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error('no word from it in a minute')),
      READY_LIMIT_MILLISECONDS,
    );
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(limit);
      reject(new Error(`it ended with ${signal ?? `code ${code}`}`));
    });
    child.on('message', (message: { readonly type?: unknown; readonly url?: unknown }) => {
      if (message.type === 'ready') {
        clearTimeout(limit);
        resolve(typeof message.url === 'string' ? message.url : undefined);
      }
    });
  });
}

/** Appends to the log; one that has grown large is set aside first. */
function openLog(logFile: string): number {
  mkdirSync(dirname(logFile), { recursive: true, mode: 0o700 });
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) {
    renameSync(logFile, `${logFile}.1`);
  }
  return openSync(logFile, 'a', 0o600);
}

function endOfLog(logFile: string): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LOG_LINES_SHOWN).join('\n');
}
