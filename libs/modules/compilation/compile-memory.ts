import type { MonthlyProfiles } from './monthly-profiles';
import type { Timeline } from './timeline';

/** What no assumption changes. */
export interface CompileFrame {
  readonly timeline: Timeline;
  readonly profiles: MonthlyProfiles;
}

/** One value that a step of the compilation read. */
export interface Reading {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly values: readonly number[];
}

interface RememberedStep {
  /** What the step started from, beside assumptions: the same object, or the step is done anew. */
  readonly basis: object;
  readonly readings: readonly Reading[];
  readonly result: unknown;
}

/**
 * What the steps of earlier compilations of one organisation gave, with the assumptions that each read.
 * Compilations that differ in some assumptions only (the draws of an uncertainty analysis, the runs of a
 * sensitivity analysis) repeat the steps that read one of these, and take the others from here: the fits
 * of the start state and of joiners are made once. A step must depend on nothing but its basis, the
 * assumptions that it reads, and the parts of the input that all these compilations share.
 */
export class CompileMemory {
  private readonly steps = new Map<string, RememberedStep>();
  private frame: CompileFrame | null = null;

  /** What is laid out once for all compilations. */
  frameOf(layOut: () => CompileFrame): CompileFrame {
    this.frame ??= layOut();
    return this.frame;
  }

  /** The step's last result if nothing that it read has changed. */
  known(step: string, basis: object, isUnchanged: (reading: Reading) => boolean): RememberedStep | undefined {
    const last = this.steps.get(step);
    return last?.basis === basis && last.readings.every(isUnchanged) ? last : undefined;
  }

  keep(step: string, remembered: RememberedStep): void {
    this.steps.set(step, remembered);
  }
}
