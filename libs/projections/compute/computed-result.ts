import type { BaselineBasis, ProjectionNotice } from '#modules/projection';
import type { EncodedGroup } from '../series/result-hash';

/** The opening position of a staff group as the run read it. */
export interface GroupOpening {
  readonly code: string;
  readonly basis: BaselineBasis;
  /** Labels a national profile that stands in for a local one. */
  readonly profileSource: string;
  readonly headcount: number;
  readonly fte: number;
  /** Funded posts as loaded, FTE; null where none were, and the engine assumed them. */
  readonly establishment: number | null;
}

/** What an engine thread hands back: the output in the form that is stored. */
export interface ComputedResult {
  readonly groups: readonly EncodedGroup[];
  readonly openings: readonly GroupOpening[];
  readonly notices: readonly ProjectionNotice[];
  readonly resultSha256: string;
}

/** What a thread is asked to do: to project an input, or to answer a question about its projection. */
export interface ComputeTask {
  /** Absolute path of the engine bundle, a CommonJS file that exports `project` and `analyse`. */
  readonly bundlePath: string;
  /** Canonical JSON of a ProjectionInput. */
  readonly input: string;
}

export interface AnalysisTask extends ComputeTask {
  /** JSON of an Analysis. */
  readonly analysis: string;
}

/** Draws the likely ranges of a sum and of the organisations directly under it. */
export interface RangesTask {
  readonly bundlePath: string;
  /** Canonical JSON of each organisation's input, in organisation order. */
  readonly inputs: readonly string[];
  /** Draws of the sums below, encoded. */
  readonly sums: readonly Uint8Array[];
  readonly draws: number;
  readonly seed: string;
}

export interface RangesResult {
  /** Compressed JSON of the ranges of each organisation, in the order of the inputs. */
  readonly members: readonly Uint8Array[];
  /** Compressed JSON of the ranges of the sum. */
  readonly sum: Uint8Array;
  /** Draws of the sum at year ends, encoded. */
  readonly yearEnds: Uint8Array;
}

export type ThreadTask = ComputeTask | AnalysisTask | RangesTask;

/** What a thread answers. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: ComputedResult }
  /** `answer` is JSON. */
  | { readonly kind: 'analysed'; readonly answer: string }
  | { readonly kind: 'ranged'; readonly result: RangesResult }
  /** `code` is that of the engine's error, where it has one. */
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };
