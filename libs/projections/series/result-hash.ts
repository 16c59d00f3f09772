import { createHash } from 'node:crypto';

/** A staff group's series as stored. */
export interface EncodedGroup {
  readonly code: string;
  readonly content: Uint8Array;
}

/** SHA-256 over all groups in order of code: the same for the same numbers, to the last bit. */
export function resultSha256(groups: readonly EncodedGroup[]): string {
  const hash = createHash('sha256');
  for (const { code, content } of [...groups].sort((a, b) => (a.code < b.code ? -1 : 1))) {
    hash.update(`${code} ${content.byteLength}\n`).update(content);
  }
  return hash.digest('hex');
}
