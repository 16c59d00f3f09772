import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Path of a Chromium for the browser tests: the one given, one on the path, or, as root on Debian, one
 * installed now.
 *
 * @throws Error with the one line to run when there is none and it cannot be installed.
 */
export function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? onPath();
  if (found) return found;
  if (process.getuid?.() === 0 && installDebianPackage()) return onPath();
  throw new Error('The browser tests need Chromium. Run: sudo apt-get install --yes chromium');
}

function onPath() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

function installDebianPackage() {
  const run = (args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0;
  return (
    run(['update', '--quiet']) &&
    run(['install', '--yes', '--no-install-recommends', 'chromium', 'fonts-liberation'])
  );
}
