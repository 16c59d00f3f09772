import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '../canonical-json';
import { ServicesError } from './services.error';

/** The shortest limit among the systems we run on (macOS: 104 bytes with the closing zero byte). */
const LONGEST_SOCKET_PATH = 103;
const LONGEST_SOCKET_NAME = 'mariadb.sock';
const OTHERS_MAY_ENTER = 0o077;

/**
 * The folder for Unix sockets: `run` in the data folder, or, where that path is too long for a socket, a
 * folder in the system's temporary folder that is named after it.
 */
export function socketFolder(dataDirectory: string): string {
  const near = join(dataDirectory, 'run');
  const fits = Buffer.byteLength(join(near, LONGEST_SOCKET_NAME)) <= LONGEST_SOCKET_PATH;
  return fits ? near : join(tmpdir(), `wholetime-${sha256Hex(dataDirectory).slice(0, 16)}`);
}

/**
 * Makes the folder for sockets.
 *
 * @throws ServicesError when somebody else made that folder or may enter it.
 */
export function makeSocketFolder(dataDirectory: string): void {
  const folder = socketFolder(dataDirectory);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (uid !== process.getuid?.() || (mode & OTHERS_MAY_ENTER) !== 0) {
    throw new ServicesError(`The folder ${folder} for the servers' sockets belongs to others: remove it.`);
  }
}
