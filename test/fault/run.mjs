/**
 * Faults in full, by command: `node test/fault/run.mjs matrix` plays every row and writes the table of
 * docs/reliability.md; `node test/fault/run.mjs chaos [edits] [seeds]` (1000 edits, seeds 1 to 10 as 1,2,3…)
 * runs the chaos and prints what happened under each seed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const results = join(root, '.local/fault-results');
const [what, edits = '1000', seeds = '1,2,3,4,5,6,7,8,9,10'] = process.argv.slice(2);

function jest(pattern, environment = {}) {
  const { status } = spawnSync(
    join(root, 'node_modules/.bin/jest'),
    ['--selectProjects', 'fault', '--', pattern],
    { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
  );
  process.exitCode = status ?? 1;
}

const read = (file) => JSON.parse(readFileSync(join(results, file), 'utf8'));
/** The last outcome of each row, in order of the numbers. */
function played() {
  const files = readdirSync(results).filter((file) => /^F\d+\.json$/.test(file));
  return files.sort((a, b) => Number(a.slice(1, -5)) - Number(b.slice(1, -5))).map(read);
}

const count = (violations, ...kinds) =>
  violations.filter(({ invariant }) => kinds.includes(invariant)).length;

function row({ scenario: { id, fault, injected }, injections, edits: saved, violations, recoverySeconds }) {
  const losses = count(violations, 'I1', 'I2', 'I3', 'I6');
  const duplicates = count(violations, 'I4', 'I5', 'I8');
  const cells = [
    id,
    fault,
    injected,
    injections,
    saved,
    losses,
    duplicates,
    `${recoverySeconds.toFixed(1)} s`,
  ];
  return `| ${cells.join(' | ')} |`;
}

function writeTable() {
  const file = join(root, 'docs/reliability.md');
  const head = [
    '| # | Fault | Injected | Injections | Edits | Losses | Duplicates | Recovered in |',
    '| - | - | - | - | - | - | - | - |',
  ];
  const table = [...head, ...played().map(row)].join('\n');
  const text = readFileSync(file, 'utf8');
  const place = /(<!-- faults -->)[\s\S]*?(<!-- \/faults -->)/;
  writeFileSync(
    file,
    text.replace(place, (_, open, close) => `${open}\n\n${table}\n\n${close}`),
  );
  spawnSync(join(root, 'node_modules/.bin/prettier'), ['--write', file], { cwd: root });
}

if (what === 'matrix') {
  jest('matrix', { FAULT_IN_FULL: '1' });
  writeTable();
} else if (what === 'chaos') {
  jest('chaos', { FAULT_EDITS: edits, FAULT_SEEDS: seeds });
  for (const seed of seeds.split(',')) {
    process.stdout.write(`${JSON.stringify(read(`chaos-${edits}-${seed}.json`))}\n`);
  }
} else {
  process.stderr.write('Say what to run: matrix, or chaos [edits] [seeds].\n');
  process.exitCode = 1;
}
