import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { readPublishedHistory } from '#baselines';
import { accuracyEvidence } from '#modules/backtest';
import { accuracyEvidenceFile } from '#projections';
import { policyByYears } from './policy-by-years';

/** Adds `accuracy`: the evidence behind the accuracy page, worked out anew; needs no database. */
export function registerAccuracy(program: Command): void {
  program
    .command('accuracy')
    .description('Project the published history from many months and write how far off the projections were')
    .option('--output <file>', 'where to write the JSON', accuracyEvidenceFile())
    .action(async ({ output }: { readonly output: string }) => {
      const evidence = accuracyEvidence({ ...(await readPublishedHistory()), policyOf: policyByYears() });
      await writeFile(output, `${JSON.stringify(evidence, null, 1)}\n`);
    });
}
