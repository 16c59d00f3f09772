import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const WORKER = join(__dirname, '../../dist/apps/worker/main.js');

/** A real worker process, ended with the test if nothing ended it before. */
export class WorkerProcess {
  private log = '';

  private constructor(private readonly child: ChildProcess) {
    child.stdout?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
  }

  /** Starts the built worker and waits until it says that it is ready. */
  static async start(environment: Record<string, string>): Promise<WorkerProcess> {
    const child = fork(WORKER, [], {
      env: { PATH: process.env['PATH'], TZ: 'UTC', ...environment },
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    const worker = new WorkerProcess(child);
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`The worker ended with ${code}: ${worker.log}`)));
    });
    return worker;
  }

  /** Ends the process without a chance to tidy up. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks the process to end. @returns its exit code */
  async terminate(): Promise<number | null> {
    return this.end('SIGTERM');
  }

  /** Closes the channel to the parent, as when the parent dies. @returns the exit code */
  async orphan(): Promise<number | null> {
    const exited = this.exited();
    this.child.disconnect();
    return exited;
  }

  private async end(signal: NodeJS.Signals): Promise<number | null> {
    const exited = this.exited();
    this.child.kill(signal);
    return exited;
  }

  private exited(): Promise<number | null> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) {
      return Promise.resolve(this.child.exitCode);
    }
    return new Promise((resolve) => this.child.once('exit', (code) => resolve(code)));
  }
}
