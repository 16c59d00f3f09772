import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** What a step does to the rows that are held. */
export interface AppliedChange {
  readonly operation: 'insert' | 'update' | 'withdraw';
  /** From 1; in the older release for `withdraw`, else in the newer one. */
  readonly position: number;
  readonly observation: object;
}

/**
 * The lines of a newer release: takes out what was withdrawn, puts in what was added, overwrites what was revised.
 *
 * @param lines of the NDJSON file of the older release
 * @param changes all of them, in any order
 */
export function applyChanges(lines: readonly string[], changes: readonly AppliedChange[]): string[] {
  const of = (operation: AppliedChange['operation']): readonly AppliedChange[] =>
    changes
      .filter((change) => change.operation === operation)
      .sort((left, right) => left.position - right.position);
  const withdrawn = new Set(of('withdraw').map(({ position }) => position));
  const kept = lines.filter((_, index) => !withdrawn.has(index + 1));
  const rows = withInserted(kept, of('insert'));
  for (const { position, observation } of of('update')) rows[position - 1] = lineOf(observation);
  return rows;
}

/** SHA-256 of the NDJSON file that the lines make up, in hexadecimal. */
export function contentHash(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(`${line}\n`);
  return hash.digest('hex');
}

/** Puts rows in at their positions in one pass. */
function withInserted(kept: readonly string[], inserts: readonly AppliedChange[]): string[] {
  const rows: string[] = [];
  let next = 0;
  for (const { position, observation } of inserts) {
    while (rows.length < position - 1 && next < kept.length) rows.push(kept[next++] ?? '');
    rows.push(lineOf(observation));
  }
  while (next < kept.length) rows.push(kept[next++] ?? '');
  return rows;
}

/** A row as the file has it: canonical JSON (RFC 8785). */
function lineOf(observation: object): string {
  return canonicalize(observation) ?? '';
}
