import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { loadConfiguration } from '#platform';
import { installedProgram } from '../../../libs/platform/services/installed-programs';
import { eventually } from '../../../libs/platform/services/pause';
import type { PrivateServer, ServerPrograms } from '../../../libs/platform/services/private-server';
import { unpackedPrograms } from '../../../libs/platform/services/unpacked-programs';
import { join } from 'node:path';

const START_LIMIT_MILLISECONDS = 120_000;

/** The programs of the servers: installed ones, else those of the system's packages, as the product finds them. */
export async function serverPrograms(): Promise<ServerPrograms> {
  const [mariadb, redis] = [installedProgram('mariadb'), installedProgram('redis')];
  return mariadb !== undefined && redis !== undefined
    ? { mariadb, redis }
    : unpackedPrograms(join(loadConfiguration().packagesDirectory, 'servers'), () => undefined);
}

/** How one start of a server differs from its others. */
export interface StartChange {
  /** After all others. */
  readonly arguments?: readonly string[];
  /** A program and its arguments that become the server, in a namespace of theirs. */
  readonly within?: readonly string[];
}

/**
 * A server started with the product's own arguments that stays down until it is started again: the harness,
 * not a supervisor, decides for how long.
 */
export class ControlledServer {
  private child: ChildProcess | undefined;

  /** @param extraArguments after the product's own, which they override */
  constructor(
    private readonly server: PrivateServer,
    private readonly extraArguments: readonly string[] = [],
  ) {}

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error(`${this.server.name} does not run.`);
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /**
   * Starts it, if it does not run, and waits until it answers.
   *
   * @param forNow what is different about this one start
   */
  async start(forNow: StartChange = {}): Promise<void> {
    if (this.isRunning) return;
    await this.server.prepare();
    const log = openSync(this.server.logFile, 'a', 0o600);
    const { executable } = this.server.program;
    const ownArguments = [...this.server.arguments, ...this.extraArguments, ...(forNow.arguments ?? [])];
    const [program = executable, ...rest] = [...(forNow.within ?? []), executable, ...ownArguments];
    this.child = spawn(program, rest, {
      stdio: ['ignore', log, log],
      env: { ...process.env, ...this.server.program.environment },
    });
    closeSync(log);
    const isUp = await eventually(
      async () => !this.isRunning || (await this.server.isHealthy()),
      START_LIMIT_MILLISECONDS,
    );
    if (!isUp || !this.isRunning)
      throw new Error(`${this.server.name} did not start: ${this.server.logFile}`);
  }

  /** Kills it as a crash does; it stays down. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to end in order; it stays down. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** Resolves when it has ended by itself, as after SHUTDOWN. */
  async ended(): Promise<void> {
    const { child } = this;
    if (child === undefined || !this.isRunning) return;
    await new Promise<void>((resolve) => child.once('exit', () => resolve()));
  }

  /** Stops the process where it stands: it holds its sockets and answers nothing. */
  freeze(): void {
    process.kill(this.pid, 'SIGSTOP');
  }

  thaw(): void {
    process.kill(this.pid, 'SIGCONT');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (!this.isRunning) return;
    const ended = this.ended();
    process.kill(this.pid, signal);
    process.kill(this.pid, 'SIGCONT');
    await ended;
  }
}
