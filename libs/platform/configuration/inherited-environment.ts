import { delimiter } from 'node:path';

/** What a child process inherits: this process' own environment. */
export function inheritedEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env };
}

/** The folders that are searched for programs, in order. */
export function executableSearchPath(): readonly string[] {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}
