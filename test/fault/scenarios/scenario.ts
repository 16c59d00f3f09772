import type { Installation } from '../harness/installation';
import type { Planner } from '../harness/planner';

/** What a scenario works with: a healthy installation with an API and one worker, and a signed-in planner. */
export interface Stage {
  readonly installation: Installation;
  readonly planner: Planner;
  /** Saves edits at every trust in turn, until the product has said that it has them. */
  edit(count: number): Promise<void>;
}

/** A row of the fault matrix. */
export interface Scenario {
  /** As in the table of the matrix: F1. */
  readonly id: string;
  /** The fault in a few words. */
  readonly fault: string;
  /** What it does to the processes and servers, for the reader of the table. */
  readonly injected: string;
  /** Injects the fault, asserts what is its own, and leaves the rest to the invariants. @returns how often */
  readonly run: (stage: Stage) => Promise<number>;
}

/** Whether all is played as often as the table says, by command, or as often as a test has time for. */
export const isInFull = process.env['FAULT_IN_FULL'] === '1';

/** How often a scenario repeats what it does. */
export function repetitions(of: { readonly inTests: number; readonly inFull: number }): number {
  return isInFull ? of.inFull : of.inTests;
}
