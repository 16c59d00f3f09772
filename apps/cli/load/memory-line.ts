/** Memory of one process over a soak: what it settled at early and late, and how much more that is. */
export interface MemoryLine {
  readonly process: string;
  /** Megabytes at the lowest point of the second fifth of the time; the first is for warming up. */
  readonly early: number;
  /** Megabytes at the lowest point of the last fifth. */
  readonly late: number;
  readonly isFlat: boolean;
}

/** What counts as flat. At five requests a second, a leak of five kilobytes each shows as more within the hour. */
const MOST_GROWTH = 0.25;
const FIFTHS = 5;

/**
 * Compares low points, not averages: how far memory rises between two collections depends on when they happen, what is
 * left after one does not.
 *
 * @param samples megabytes at equal distances in time
 */
export function memoryLine(process: string, samples: readonly number[]): MemoryLine {
  const fifth = Math.floor(samples.length / FIFTHS);
  const early = Math.min(...samples.slice(fifth, 2 * fifth));
  const late = Math.min(...samples.slice(-fifth));
  return { process, early, late, isFlat: late <= early * (1 + MOST_GROWTH) };
}
