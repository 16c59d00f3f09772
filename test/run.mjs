/**
 * The whole proof: lint, formatting, import directions, types, and the Jest projects. Checks that use one
 * processor run beside the tests that use what is left, and what mostly waits beside what calculates. Prints one
 * line per suite and, last, the sum. `--quick` leaves out what needs servers or a browser and proofs that
 * calculate for minutes, and gives each property a moment only.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = join(root, '.local/test-results');
const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };
/** No suite comes near it: it is there so that a hang ends as a failure. */
const HANG_LIMIT_MILLISECONDS = 45 * 60 * 1000;
const isQuick = process.argv.includes('--quick');

/** Starts a program in the project folder. */
function start(program, args, { output, environment = {} }) {
  return spawn(program, args, {
    cwd: root,
    stdio: ['ignore', output, output],
    env: { ...process.env, ...environment },
    timeout: HANG_LIMIT_MILLISECONDS,
    killSignal: 'SIGKILL',
  });
}

/** Runs a program and shows its output as it comes; true when it succeeds. */
async function succeeds(program, args, environment) {
  const [code] = await once(start(program, args, { output: 'inherit', environment }), 'close');
  return code === 0;
}

/** Runs a program and shows its output in one piece when it has ended; true when it succeeds. */
async function succeedsQuietly(program, args) {
  const child = start(program, args, { output: 'pipe' });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => output.push(part));
  const [code] = await once(child, 'close');
  process.stderr.write(Buffer.concat(output));
  return code === 0;
}

function tool(name) {
  return join(root, 'node_modules/.bin', name);
}

/** A check that passes or fails as a whole. */
function check(name, program, args) {
  return { name, run: async () => ((await succeedsQuietly(program, args)) ? PASSED : FAILED) };
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
      const isSuccess = await succeeds(tool('jest'), args, { FORCE_COLOR: '0', ...(await environment()) });
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

const types = check('types', tool('tsc'), ['--noEmit', '-p', 'tsconfig.json']);
const pageTypes = check('types of the pages', tool('tsc'), ['--noEmit', '-p', 'apps/admin-ui/tsconfig.json']);
const directions = check('import directions', tool('depcruise'), [
  '--config',
  '.dependency-cruiser.cjs',
  'apps',
  'libs',
]);
const lint = check('lint', tool('eslint'), ['.', '--cache', '--cache-location', '.local/eslint-cache']);
const formatting = check('formatting', tool('prettier'), ['--check', '--log-level', 'warn', '.']);
const momentary = async () => ({ PROPERTY_MILLISECONDS: '500' });

/** Stages one after the other; the lanes of a stage beside each other. */
const quickStages = [
  [
    [types, pageTypes, directions],
    [jest('unit', 2, momentary), jest('golden', 2, momentary)],
  ],
];
const fullStages = [
  [
    [types, pageTypes, directions, lint, formatting],
    [jest('unit', 2), jest('golden', 2), jest('proof', 2)],
  ],
  [[jest('integration', 2)], [jest('soak', 1)]],
  [[jest('e2e', 1)], [jest('fault', 1)]],
  [[jest('browser', 2, async () => ({ CHROMIUM_PATH: await findChromium() }))]],
];

async function runSuite(suite) {
  process.stderr.write(`== ${suite.name} begins\n`);
  const started = Date.now();
  const counts = await countsOrFailure(suite);
  process.stderr.write(`== ${suite.name}: ${counts.passed} passed, ${counts.failed} failed\n`);
  return { ...counts, name: suite.name, seconds: Math.round((Date.now() - started) / 1000) };
}

async function runLane(suites) {
  const outcomes = [];
  for (const suite of suites) outcomes.push(await runSuite(suite));
  return outcomes;
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
  if (!(await succeeds(process.execPath, ['apps/cli/bootstrap.mjs', 'prepare']))) {
    process.stdout.write('0 passed, 1 failed\n');
    return 1;
  }
  const outcomes = [];
  for (const lanes of isQuick ? quickStages : fullStages) {
    outcomes.push(...(await Promise.all(lanes.map(runLane))).flat());
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
