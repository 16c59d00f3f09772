/**
 * The whole proof: lint, formatting, import directions, types, and the Jest projects, one after the other.
 * Prints one line per suite and, last, the sum. `--quick` leaves out what needs servers or a browser,
 * and proofs that calculate for minutes.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.local/test-results');
const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };
/** No suite comes near it: it is there so that a hang ends as a failure. */
const HANG_LIMIT_MILLISECONDS = 30 * 60 * 1000;
const isQuick = process.argv.includes('--quick');

/** Runs a program in the project folder with its output shown; true when it succeeds. */
function succeeds(program, args, environment = {}) {
  const options = {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...environment },
    timeout: HANG_LIMIT_MILLISECONDS,
    killSignal: 'SIGKILL',
  };
  return spawnSync(program, args, options).status === 0;
}

function tool(name) {
  return join(root, 'node_modules/.bin', name);
}

/** A check that passes or fails as a whole. */
function check(name, program, args) {
  return { name, run: () => (succeeds(program, args) ? PASSED : FAILED) };
}

/** A Jest project; a project in which nothing ran has failed. */
function jest(project, workers, environment = async () => ({})) {
  return {
    name: project,
    run: async () => {
      const file = join(results, `${project}.json`);
      rmSync(file, { force: true });
      const args = [
        '--selectProjects',
        project,
        '--json',
        `--outputFile=${file}`,
        `--maxWorkers=${workers}`,
        '--ci',
      ];
      const isSuccess = succeeds(tool('jest'), args, { FORCE_COLOR: '0', ...(await environment()) });
      return countsOf(file, isSuccess);
    },
  };
}

function countsOf(file, isSuccess) {
  if (!existsSync(file)) return FAILED;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  const passed = report.numPassedTests;
  // A test that is left out proves nothing and would go unnoticed.
  const leftOut = report.numPendingTests + report.numTodoTests;
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites + leftOut;
  const isUnexplained = failed === 0 && (!isSuccess || passed === 0);
  return { passed, failed: failed + (isUnexplained ? 1 : 0) };
}

const quickSuites = [
  check('types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']),
  check('types of the pages', tool('tsc'), ['--noEmit', '-p', 'apps/admin-ui/tsconfig.json']),
  check('import directions', tool('depcruise'), ['--config', '.dependency-cruiser.cjs', 'apps', 'libs']),
  jest('unit', 2),
  jest('golden', 2),
];

const fullSuites = [
  check('lint', tool('eslint'), ['.', '--cache', '--cache-location', '.local/eslint-cache']),
  check('formatting', tool('prettier'), ['--check', '--log-level', 'warn', '.']),
  jest('proof', 2),
  jest('integration', 2),
  jest('e2e', 1),
  jest('browser', 1, async () => ({ CHROMIUM_PATH: await findChromium() })),
];

async function runSuite(suite) {
  process.stderr.write(`\n== ${suite.name}\n`);
  const started = Date.now();
  const counts = await countsOrFailure(suite);
  return { ...counts, name: suite.name, seconds: Math.round((Date.now() - started) / 1000) };
}

/** A suite that cannot even start has failed, and the others still run. */
async function countsOrFailure(suite) {
  try {
    return await suite.run();
  } catch (error) {
    process.stderr.write(`${suite.name}: ${error.message}\n`);
    return FAILED;
  }
}

async function main() {
  mkdirSync(results, { recursive: true });
  if (!succeeds(process.execPath, ['apps/cli/bootstrap.mjs', 'prepare'])) {
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  }
  const outcomes = [];
  for (const suite of [...quickSuites, ...(isQuick ? [] : fullSuites)]) {
    outcomes.push(await runSuite(suite));
  }
  const sum = (key) => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  process.stdout.write('\n');
  for (const { name, passed, failed, seconds } of outcomes) {
    process.stdout.write(`${name.padEnd(20)} ${passed} passed, ${failed} failed (${seconds} s)\n`);
  }
  process.stdout.write(`${sum('passed')} passed, ${sum('failed')} failed\n`);
  return sum('failed') === 0 ? 0 : 1;
}

process.exitCode = await main();
