import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const API = join(__dirname, '../../dist/apps/api/main.js');

/** The built API as a process of its own. */
export class ApiProcess {
  private constructor(
    private readonly child: ChildProcess,
    /** Where it listens. */
    readonly url: string,
  ) {}

  /** Starts it on a free port and waits until it says that it is ready. */
  static async start(environment: Record<string, string>): Promise<ApiProcess> {
    const child = fork(API, [], {
      env: { PATH: process.env['PATH'], TZ: 'UTC', PORT: '0', WHOLETIME_LOG_LEVEL: 'warn', ...environment },
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const url = await new Promise<string>((resolve, reject) => {
      child.once('message', (message) => resolve((message as { url: string }).url));
      child.once('exit', (code) => reject(new Error(`The API ended with ${code}`)));
    });
    return new ApiProcess(child, url);
  }

  /** Asks the process to end. @returns its exit code */
  async terminate(): Promise<number | null> {
    const exited = this.exited();
    this.child.kill('SIGTERM');
    return exited;
  }

  /** Closes the channel to the parent, as when the parent dies. @returns the exit code */
  async orphan(): Promise<number | null> {
    const exited = this.exited();
    this.child.disconnect();
    return exited;
  }

  private exited(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return Promise.resolve(this.child.exitCode);
    }
    return new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
  }
}
