import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';

const PROJECT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const LOCK_FILE = join(PROJECT, '.local/build/lock');
const TEST_FILE = /\.(spec|int-spec)\.tsx?$/;

/** What is built, from which sources, and the file that shows that it was. */
const TARGETS = [
  {
    name: 'server',
    sources: ['apps/api', 'apps/worker', 'apps/hee-api', 'apps/cli', 'libs', 'config/schemas'],
    settings: ['tsconfig.json', 'tsconfig.build.json', 'package.json', 'package-lock.json'],
    proof: 'dist/apps/cli/main.js',
    build: () => runNode('node_modules/typescript/bin/tsc', ['-p', 'tsconfig.build.json']),
  },
  {
    name: 'engine',
    sources: ['libs/modules', 'libs/engine', 'libs/policy'],
    settings: ['apps/cli/bundle-engine.mjs', 'package-lock.json'],
    proof: 'dist/engine/engine.cjs',
    build: () => runNode('apps/cli/bundle-engine.mjs', []),
  },
  {
    name: 'pages',
    sources: ['apps/admin-ui', 'libs/modules', 'libs/engine', 'libs/policy'],
    settings: ['package-lock.json'],
    proof: 'dist/admin-ui/index.html',
    build: () =>
      runNode('node_modules/vite/bin/vite.js', [
        'build',
        '--config',
        'apps/admin-ui/vite.config.mts',
        '--logLevel',
        'error',
      ]),
  },
];

/** Stops with one line when this Node is older than package.json asks for. */
export function checkNode() {
  const wanted = readJson('package.json').engines.node.replace('>=', '');
  const [major, minor] = wanted.split('.').map(Number);
  const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
  if (ownMajor < major || (ownMajor === major && ownMinor < minor)) {
    throw new PreparationError(`Wholetime needs Node ${wanted} or later; this is ${process.versions.node}.`);
  }
}

/** Installs the dependencies when they are missing or are not those of the lockfile. */
export async function ensureDependencies() {
  if (dependenciesAreCurrent()) {
    return;
  }
  await underLock(async () => {
    if (dependenciesAreCurrent()) {
      return;
    }
    report('installs the dependencies');
    dropLinkedPackages();
    const npm = process.env.npm_execpath;
    const [program, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
    await run(program, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

/** The installation empties the folder first: through a link it would empty somebody else's. */
function dropLinkedPackages() {
  const folder = join(PROJECT, 'node_modules');
  if (lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(folder);
}

/** Builds what is older than its sources; what does not depend on one another is built at once. */
export async function ensureBuilt() {
  if (staleTargets().length === 0) {
    return;
  }
  await underLock(async () => {
    const stale = staleTargets();
    await Promise.all(stale.map(buildTarget));
  });
}

/** A preparation failed; the message says it all. */
export class PreparationError extends Error {}

async function buildTarget({ name, build, stamp, hash }) {
  const start = performance.now();
  report(`builds the ${name}`);
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  report(`built the ${name} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

function staleTargets() {
  return TARGETS.filter(({ sources }) => existsSync(join(PROJECT, sources[0])))
    .map((target) => ({ ...target, hash: hashOf(target), stamp: join(PROJECT, 'dist/built', target.name) }))
    .filter(
      ({ stamp, hash, proof }) =>
        !existsSync(join(PROJECT, proof)) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash,
    );
}

/** By content: a checkout changes times without changing anything. */
function hashOf({ sources, settings }) {
  const files = [...sources.flatMap((folder) => filesIn(folder)), ...settings];
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(PROJECT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesIn(folder) {
  if (!existsSync(join(PROJECT, folder))) {
    return [];
  }
  return readdirSync(join(PROJECT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !TEST_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(PROJECT.length + 1));
}

/** What npm noted it installed, against what the lockfile asks for. */
function dependenciesAreCurrent() {
  const note = join(PROJECT, 'node_modules/.package-lock.json');
  if (!existsSync(note)) {
    return false;
  }
  const installed = JSON.parse(readFileSync(note, 'utf8')).packages;
  const wanted = readJson('package-lock.json').packages;
  return (
    Object.entries(wanted).every(
      ([path, { version, optional, peer }]) =>
        path === '' || optional || peer || installed[path]?.version === version,
    ) && Object.entries(installed).every(([path, { version }]) => wanted[path]?.version === version)
  );
}

/** One process at a time installs and builds; the lock of a dead one is taken over. */
async function underLock(work) {
  mkdirSync(dirname(LOCK_FILE), { recursive: true });
  while (!tryLock()) {
    await wait(200);
  }
  try {
    await work();
  } finally {
    rmSync(LOCK_FILE, { force: true });
  }
}

function tryLock() {
  const own = `${LOCK_FILE}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    // A link appears with its content: nobody sees a lock without its holder.
    linkSync(own, LOCK_FILE);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') {
      throw error;
    }
    removeDeadLock();
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

function removeDeadLock() {
  try {
    if (!isAlive(Number(readFileSync(LOCK_FILE, 'utf8')))) {
      rmSync(LOCK_FILE, { force: true });
    }
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw error;
    }
  }
}

function isAlive(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const runNode = (script, options) => run(process.execPath, [join(PROJECT, script), ...options]);

/** Runs a program with its output on stderr, so that stdout stays the command's own. */
function run(program, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, { cwd: PROJECT, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) => {
      const failed = new PreparationError(`Failed: ${[program, ...options].join(' ')}`);
      return code === 0 ? resolve() : reject(failed);
    });
  });
}

function readJson(file) {
  return JSON.parse(readFileSync(join(PROJECT, file), 'utf8'));
}

function report(line) {
  process.stderr.write(`wholetime: ${line}\n`);
}
