import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runChaos } from './chaos/chaos-run';

const RESULTS = join(__dirname, '../../.local/fault-results');
const HANG_LIMIT_MILLISECONDS = 3_600_000;
/** `node test/fault/run.mjs chaos` sets both. */
const EDITS = Number(process.env['FAULT_EDITS'] ?? 300);
const SEEDS = (process.env['FAULT_SEEDS'] ?? '1').split(',').map(Number);

describe('with everything killed and frozen at random', () => {
  it.each(SEEDS)(
    `${EDITS} edits of several clients end as if nothing had happened, seed %d`,
    async (seed) => {
      const report = await runChaos({ edits: EDITS, seed });
      mkdirSync(RESULTS, { recursive: true });
      writeFileSync(join(RESULTS, `chaos-${EDITS}-${seed}.json`), JSON.stringify(report));
      expect(report.violations).toEqual([]);
    },
    HANG_LIMIT_MILLISECONDS,
  );
});
