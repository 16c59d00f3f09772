import { basename } from 'node:path';
import { access } from 'node:fs/promises';
import type { ImportFault } from '#baselines';
import { InvalidInputError } from '#platform';

/** @throws InvalidInputError when the file is not there or not readable */
export async function requireReadable(pointer: string, path: string): Promise<void> {
  await access(path).catch(() => {
    const message = `${basename(path)} cannot be read.`;
    const fix = 'Check the path and that you may read it.';
    throw new InvalidInputError([{ pointer, rule: 'is-readable', message, fix }]);
  });
}

/** Prints why a file was refused, and sets the exit code. Any other error is thrown on. */
export function tellRefusal(error: unknown, asJson: boolean): void {
  if (!(error instanceof InvalidInputError)) throw error;
  const faults = error.faults as ImportFault[];
  process.exitCode = 1;
  if (asJson) {
    process.stdout.write(`${JSON.stringify({ faults }, null, 2)}\n`);
    return;
  }
  const lines = faults.map(({ pointer, message, fix, rule }) => `  ${pointer}: ${message} ${fix} [${rule}]`);
  process.stdout.write(`not imported, nothing changed\n${lines.join('\n')}\n`);
}
