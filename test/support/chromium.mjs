import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FOLDER = fileURLToPath(new URL('../../.local/packages/chromium', import.meta.url));
const PROGRAM = 'usr/lib/chromium/chromium';

/**
 * Path of a Chromium for the browser tests: the one given, one on the path, as root on Debian one installed
 * now, and for anybody else there one unpacked into the project's own data folder. Needs the built product.
 *
 * @throws Error with the one line to run when there is none and none can be had.
 */
export async function findChromium() {
  const found = process.env.CHROMIUM_PATH ?? onPath();
  if (found) return found;
  if (process.getuid?.() === 0 && installDebianPackage()) return onPath();
  try {
    return await unpackedChromium();
  } catch (error) {
    const advice = 'Run: sudo apt-get update && sudo apt-get install --yes chromium';
    throw new Error(`The browser tests need Chromium (${error.message}). ${advice}`, { cause: error });
  }
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

/** The program with the libraries and fonts that were unpacked beside it, as one file to run. */
async function unpackedChromium() {
  const services = createRequire(import.meta.url)('../../dist/libs/platform/services/index.js');
  const { root, environment } = await services.unpackDebianPackages(FOLDER, {
    packages: ['chromium', 'fonts-liberation'],
    always: /^(chromium|chromium-common|fonts-liberation)$/,
    never: /^$/,
    programs: [PROGRAM],
  });
  const fonts = join(FOLDER, 'fonts.conf');
  writeFileSync(
    fonts,
    `<fontconfig><dir>${root}/usr/share/fonts</dir><cachedir>${FOLDER}/font-cache</cachedir></fontconfig>\n`,
  );
  const program = join(FOLDER, 'chromium');
  const variables = `LD_LIBRARY_PATH='${environment.LD_LIBRARY_PATH}' FONTCONFIG_FILE='${fonts}'`;
  writeFileSync(program, `#!/bin/sh\n${variables} exec '${join(root, PROGRAM)}' "$@"\n`, { mode: 0o755 });
  return program;
}
