import type { SumFrame } from '#modules/uncertainty';
import type { SharedSum } from './computed-result';

const NEXT_TO_DRAW = 0;
const NEXT_TO_ADD = 1;
const COUNTERS = 2;

/** Memory for the sum over a frame that threads can share. */
export function sharedSum(frame: SumFrame, numbers: number): SharedSum {
  return {
    frame,
    counters: new SharedArrayBuffer(COUNTERS * Int32Array.BYTES_PER_ELEMENT),
    table: new SharedArrayBuffer(numbers * Float64Array.BYTES_PER_ELEMENT),
  };
}

/** The line in which threads draw organisations and add them, each to its place: the same bits on any number of threads. */
export class SumLine {
  private readonly counters: Int32Array;

  constructor({ counters }: Pick<SharedSum, 'counters'>) {
    this.counters = new Int32Array(counters);
  }

  /** The place of the next organisation to draw; those after the last are for nobody. */
  take(): number {
    return Atomics.add(this.counters, NEXT_TO_DRAW, 1);
  }

  /** Adds the member of a place after all before it. Blocks the thread: not for the main one. */
  inTurn(place: number, add: () => void): void {
    for (let next = this.next(); next !== place; next = this.next()) {
      Atomics.wait(this.counters, NEXT_TO_ADD, next);
    }
    add();
    Atomics.store(this.counters, NEXT_TO_ADD, place + 1);
    Atomics.notify(this.counters, NEXT_TO_ADD);
  }

  private next(): number {
    return Atomics.load(this.counters, NEXT_TO_ADD);
  }
}
