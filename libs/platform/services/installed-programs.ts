import { accessSync, constants, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { executableSearchPath } from '../configuration/inherited-environment';
import { EXECUTABLE_NAMES, type ServerProgram, type ServiceName } from './private-server';

/** Servers often lie outside a person's PATH. */
const USUAL_PLACES = [
  '/usr/sbin',
  '/usr/bin',
  '/usr/local/sbin',
  '/usr/local/bin',
  '/usr/libexec',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/bin',
  '/usr/local/opt/mariadb/bin',
];

/** The installed program of a server; undefined when there is none. */
export function installedProgram(service: ServiceName): ServerProgram | undefined {
  const folders = [...executableSearchPath(), ...USUAL_PLACES];
  const executable = folders.map((folder) => join(folder, EXECUTABLE_NAMES[service])).find(isExecutable);
  if (executable === undefined) {
    return undefined;
  }
  // Homebrew links mariadbd into a shared folder; its other files lie beside the real one.
  return { executable: service === 'mariadb' ? realpathSync(executable) : executable, environment: {} };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
