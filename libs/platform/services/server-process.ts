import { existsSync, readFileSync } from 'node:fs';
import { commandLineOf } from './operating-system-process';
import { EXECUTABLE_NAMES, type PrivateServer } from './private-server';

/** What tells a server's process from every other one. */
export type ServerTraces = Pick<PrivateServer, 'name' | 'socketPath' | 'pidFile'>;

/** The process that serves these traces now, by the pid file the server wrote; undefined when none does. */
export function processOf(server: ServerTraces): number | undefined {
  if (!existsSync(server.pidFile)) {
    return undefined;
  }
  const pid = Number(readFileSync(server.pidFile, 'utf8').trim());
  return Number.isSafeInteger(pid) && pid > 1 && isProcessOf(server, pid) ? pid : undefined;
}

/** A pid file may outlive its process, and the id may belong to a stranger by now: the command line decides. */
export function isProcessOf(server: ServerTraces, pid: number): boolean {
  const commandLine = commandLineOf(pid);
  return commandLine.includes(EXECUTABLE_NAMES[server.name]) && commandLine.includes(server.socketPath);
}
