import { rmSync } from 'node:fs';
import { startProcess } from '../support/process-under-test';
import { makeTestFolder } from '../support/test-folder';

const MINUTES = '5';
const EDITS_AND_READS_A_SECOND = '4';
const LIMIT_MILLISECONDS = 15 * 60_000;

it(
  'answers planners for minutes without an error, and its memory stays flat',
  async () => {
    const folder = makeTestFolder();
    try {
      const soak = startProcess({
        script: 'dist/apps/cli/main.js',
        arguments: ['soak', '--minutes', MINUTES, '--rate', EDITS_AND_READS_A_SECOND],
        environment: { TMPDIR: folder },
      });
      const { code } = await soak.ended;

      expect(soak.output()).toMatch(/^api: \d+ MB early, \d+ MB late: flat$/m);
      expect(soak.output()).toMatch(/^worker: \d+ MB early, \d+ MB late: flat$/m);
      expect(soak.output()).toMatch(/^requests that failed: 0$/m);
      expect(code).toBe(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  LIMIT_MILLISECONDS,
);
