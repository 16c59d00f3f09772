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

/** What a thread answers. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: ComputedResult }
  /** `answer` is JSON. */
  | { readonly kind: 'analysed'; readonly answer: string }
  /** `code` is that of the engine's error, where it has one. */
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };
