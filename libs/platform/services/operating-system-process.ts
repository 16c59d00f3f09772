import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { eventually } from './pause';

/** A process that may be signalled by id, told from a later one that got the same id. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, as the operating system states it. */
  readonly startedAt: string;
}

const HAS_PROC = existsSync('/proc/self/stat');
/** Field 22 of /proc/PID/stat, counted after the command, which is in brackets and may hold spaces. */
const START_TIME_FIELD = 19;

/** Whether a process with this id runs and is more than a zombie. */
export function isRunning(pid: number): boolean {
  return startTimeOf(pid) !== undefined;
}

/** The identity of a running process; undefined when there is none with this id. */
export function identityOf(pid: number): ProcessIdentity | undefined {
  const startedAt = startTimeOf(pid);
  return startedAt === undefined ? undefined : { pid, startedAt };
}

/** Whether the process of this identity still runs. */
export function isSameProcess(identity: ProcessIdentity): boolean {
  return startTimeOf(identity.pid) === identity.startedAt;
}

/** The command line of a process; empty when there is none with this id. */
export function commandLineOf(pid: number): string {
  if (HAS_PROC) {
    return readProc(pid, 'cmdline').replaceAll('\0', ' ').trim();
  }
  return askPs(pid, 'command');
}

/**
 * Ends a process: SIGTERM, and SIGKILL when the limit passes.
 *
 * @returns true when it ended by itself within the limit.
 */
export async function endProcess(pid: number, limitMilliseconds: number): Promise<boolean> {
  signal(pid, 'SIGTERM');
  // A suspended process takes notice only when it goes on.
  signal(pid, 'SIGCONT');
  if (await eventually(() => !isRunning(pid), limitMilliseconds)) {
    return true;
  }
  signal(pid, 'SIGKILL');
  await eventually(() => !isRunning(pid), limitMilliseconds);
  return false;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

function startTimeOf(pid: number): string | undefined {
  if (!HAS_PROC) {
    return askPs(pid, 'lstart') || undefined;
  }
  const stat = readProc(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[START_TIME_FIELD];
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function askPs(pid: number, column: string): string {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}
