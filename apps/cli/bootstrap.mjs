import { createRequire } from 'node:module';
import { checkNode, ensureBuilt, ensureDependencies, PreparationError } from './prepare.mjs';

/**
 * The way in for `npm start` and `npm run -s wholetime -- …`: makes a fresh or changed checkout ready, then
 * runs the built command line in this process. `prepare` stops after the first part.
 */
try {
  checkNode();
  await ensureDependencies();
  await ensureBuilt();
  if (process.argv[2] !== 'prepare') {
    createRequire(import.meta.url)('../../dist/apps/cli/main.js');
  }
} catch (error) {
  if (!(error instanceof PreparationError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
