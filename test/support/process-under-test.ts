import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What to run: a script of the project, such as `dist/apps/api/main.js`. */
export interface ProgramUnderTest {
  readonly script: string;
  readonly arguments?: readonly string[];
  /** Variables on top of PATH and HOME; nothing else is inherited. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Run as this user (needs root). */
  readonly userId?: number;
}

/** How a process ended. */
export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A real process that a test started. */
export interface ProcessUnderTest {
  readonly pid: number;
  /** Everything it wrote so far, to either stream. */
  output(): string;
  /**
   * The first line, written already or yet to come, that matches.
   *
   * @throws Error with the output when the process ends without such a line.
   */
  line(pattern: RegExp): Promise<string>;
  /** Resolves when it has ended. */
  readonly ended: Promise<ProcessEnd>;
  /** Sends a signal to this process and to no other. */
  signal(name: NodeJS.Signals): void;
  /** Ends it in order and waits for that; does nothing when it has ended. */
  stop(): Promise<void>;
}

const PROJECT = join(__dirname, '../..');

/** Starts a process; the test ends it with `stop`. */
export function startProcess(program: ProgramUnderTest): ProcessUnderTest {
  const child = spawn(process.execPath, [join(PROJECT, program.script), ...(program.arguments ?? [])], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...program.environment },
    ...(program.userId === undefined ? {} : { uid: program.userId, gid: program.userId }),
  });
  const ended = new Promise<ProcessEnd>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  const lines: string[] = [];
  const waiting = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      waiting.forEach((see) => see(line));
    });
  }
  const line = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const see = (text: string): void => {
        if (pattern.test(text)) {
          waiting.delete(see);
          resolve(text);
        }
      };
      lines.forEach(see);
      waiting.add(see);
      void ended.then(() => reject(new Error(`It ended without ${String(pattern)}:\n${lines.join('\n')}`)));
    });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended;
  };
  return {
    pid: child.pid ?? 0,
    output: () => lines.join('\n'),
    line,
    ended,
    signal: (name) => child.kill(name),
    stop,
  };
}
