import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccuracyEvidence } from '#modules/backtest';
import { projectRoot } from '#platform';

/** Where the evidence that ships with the product is; `wholetime accuracy` writes it. */
export function accuracyEvidenceFile(): string {
  return join(projectRoot(__dirname), 'config', 'reference', 'accuracy', 'accuracy-evidence.json');
}

/** How far off projections of published history were. */
export async function readAccuracyEvidence(): Promise<AccuracyEvidence> {
  return JSON.parse(await readFile(accuracyEvidenceFile(), 'utf8')) as AccuracyEvidence;
}
