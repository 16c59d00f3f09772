import { LRUCache } from 'lru-cache';
import type { SharedSum } from '../compute/computed-result';

/** A system with a thousand draws month by month takes some 73 MB. */
const MOST_BYTES = 256 * 1024 * 1024;

/** An organisation in a kept sum. */
export interface KeptMember {
  readonly inputSha256: string;
  /** Canonical JSON: the stored input may be gone when it is to be taken off. */
  readonly input: string;
  /** Compressed JSON of its ranges. */
  readonly content: Uint8Array;
}

/** A sum with every draw, and what it is the sum of. */
export interface KeptSum {
  readonly members: readonly KeptMember[];
  readonly shared: SharedSum;
}

/**
 * The sums that this process has drawn last, by organisation: after an edit of one organisation only its draws
 * change. What is lost with the process is drawn again.
 */
export class KeptSums {
  private readonly sums: LRUCache<string, KeptSum>;

  constructor(mostBytes = MOST_BYTES) {
    this.sums = new LRUCache({
      maxSize: mostBytes,
      sizeCalculation: ({ shared }) => Math.max(1, shared.table.byteLength),
    });
  }

  of(organisationId: string): KeptSum | null {
    return this.sums.get(organisationId) ?? null;
  }

  keep(organisationId: string, sum: KeptSum): void {
    this.sums.set(organisationId, sum);
  }
}
