import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { inheritedEnvironment } from '../configuration/inherited-environment';
import { endProcess, isRunning } from './operating-system-process';
import { eventually, idlePause } from './pause';
import type { PrivateServer, Report } from './private-server';
import { isProcessOf, processOf } from './server-process';
import { ServicesError } from './services.error';

const START_LIMIT_MILLISECONDS = 120_000;
const STOP_LIMIT_MILLISECONDS = 20_000;
const WATCH_MILLISECONDS = 500;
const FIRST_BACKOFF_MILLISECONDS = 200;
const LONGEST_BACKOFF_MILLISECONDS = 5000;
const LOG_LINES_SHOWN = 8;

/** A private server that is kept running until it is stopped. */
export class SupervisedServer {
  private pid = 0;
  private isStopping = false;

  constructor(
    private readonly server: PrivateServer,
    private readonly report: Report,
  ) {}

  /**
   * Makes the server answer: adopts one that an earlier process left behind healthy, ends one that is not,
   * else starts it.
   *
   * @throws ServicesError with the end of its log when it does not come up.
   */
  async start(): Promise<void> {
    const orphan = processOf(this.server);
    if (orphan !== undefined && (await this.adopt(orphan))) {
      this.pid = orphan;
    } else {
      await this.server.prepare();
      await this.launch();
    }
    void this.keepRunning();
  }

  /** Ends the server in order; kills it when that takes longer than 20 seconds. */
  async stop(): Promise<void> {
    this.isStopping = true;
    if (this.pid !== 0 && isProcessOf(this.server, this.pid)) {
      await endProcess(this.pid, STOP_LIMIT_MILLISECONDS);
    }
  }

  private async adopt(orphan: number): Promise<boolean> {
    if (await eventually(() => this.server.isHealthy(), 3000)) {
      this.report(`${this.server.name}: goes on with process ${orphan}, left by an earlier start`);
      return true;
    }
    this.report(`${this.server.name}: ends process ${orphan}, left by an earlier start without an answer`);
    await endProcess(orphan, STOP_LIMIT_MILLISECONDS);
    return false;
  }

  private async launch(): Promise<void> {
    this.pid = launchProcess(this.server);
    const settled = async (): Promise<boolean> => !isRunning(this.pid) || (await this.server.isHealthy());
    const isSettled = await eventually(settled, START_LIMIT_MILLISECONDS);
    if (!isSettled || !isRunning(this.pid)) {
      throw new ServicesError(`${this.server.name} did not start:\n${endOfLog(this.server.logFile)}`);
    }
  }

  private async keepRunning(): Promise<void> {
    while (!this.isStopping) {
      await idlePause(WATCH_MILLISECONDS);
      if (!this.isStopping && !isRunning(this.pid)) {
        this.report(`${this.server.name}: ended unexpectedly, starts again`);
        await this.relaunch();
      }
    }
  }

  private async relaunch(): Promise<void> {
    let backoff = FIRST_BACKOFF_MILLISECONDS;
    while (!this.isStopping) {
      try {
        await this.launch();
        return;
      } catch (error) {
        this.report(`${this.server.name}: ${String(error)}`);
        await idlePause(backoff);
        backoff = Math.min(backoff * 2, LONGEST_BACKOFF_MILLISECONDS);
      }
    }
  }
}

/** In its own process group, so that Ctrl-C reaches the supervisor first, which stops things in order. */
function launchProcess(server: PrivateServer): number {
  const log = openSync(server.logFile, 'a', 0o600);
  try {
    const child = spawn(server.program.executable, server.arguments, {
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...inheritedEnvironment(), ...server.program.environment },
    });
    child.on('error', () => undefined);
    child.unref();
    if (child.pid === undefined) {
      throw new ServicesError(`${server.program.executable} cannot be run.`);
    }
    return child.pid;
  } finally {
    closeSync(log);
  }
}

function endOfLog(logFile: string): string {
  const lines = existsSync(logFile) ? readFileSync(logFile, 'utf8').trimEnd().split('\n') : [];
  return lines.slice(-LOG_LINES_SHOWN).join('\n');
}
