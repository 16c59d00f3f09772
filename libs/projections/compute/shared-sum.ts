import type { SumFrame } from '#modules/uncertainty';
import type { SharedSum } from './computed-result';

const NEXT_TO_DRAW = 0;
const DONE = 1;
const LOCK = 2;
const COUNTERS = 3;
const [OPEN, TAKEN] = [0, 1];

/** What threads share of a sum over a frame that lies in the table. */
export function sharedSum(frame: SumFrame, table: SharedArrayBuffer): SharedSum {
  return { frame, counters: new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT), table };
}

/** The line in which threads draw members of a sum, and the lock under which they change it, one at a time. */
export class SumLine {
  private readonly counters: Int32Array;

  constructor({ counters }: Pick<SharedSum, 'counters'>) {
    this.counters = new Int32Array(counters);
  }

  /** The place of the next member to draw; those after the last are for nobody. */
  take(): number {
    return Atomics.add(this.counters, NEXT_TO_DRAW, 1);
  }

  /**
   * Changes the sum while no other thread does. Blocks the thread: not for the main one.
   *
   * @returns how many changes have been made, with this one
   */
  alone(change: () => void): number {
    while (Atomics.compareExchange(this.counters, LOCK, OPEN, TAKEN) !== OPEN) {
      Atomics.wait(this.counters, LOCK, TAKEN);
    }
    try {
      change();
      return Atomics.add(this.counters, DONE, 1) + 1;
    } finally {
      Atomics.store(this.counters, LOCK, OPEN);
      Atomics.notify(this.counters, LOCK, 1);
    }
  }
}
