import type { BaselineBasis, ProjectionNotice } from '#modules/projection';
import type { SumFrame } from '#modules/uncertainty';
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

/** A question to threads that run the file of another library, which knows how to read it. */
export interface QuestionTask {
  /** JSON. */
  readonly question: string;
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
  /** A sum of much the same organisations to go on from; null where everything is to be drawn. */
  readonly earlier: EarlierSum | null;
}

/** A sum that has been drawn, and how it differs from the one that is wanted. It has no sums below. */
export interface EarlierSum extends SumChanges {
  readonly shared: SharedSum;
}

export interface SumChanges {
  /** Canonical JSON of inputs that are in the sum and are to be taken off. */
  readonly gone: readonly string[];
  /** Places, among the inputs of the task, of those to be drawn and added. */
  readonly places: readonly number[];
}

export interface RangesResult {
  /** Compressed JSON of the ranges of each organisation, in the order of the inputs; null where the earlier sum has it. */
  readonly members: readonly (Uint8Array | null)[];
  /** The sum with every draw, to go on from. */
  readonly shared: SharedSum;
  /** Compressed JSON of the ranges of the sum. */
  readonly sum: Uint8Array;
  /** Draws of the sum at year ends, encoded. */
  readonly yearEnds: Uint8Array;
}

/** What threads share that draw a sum together: places in line, and the sum itself. */
export interface SharedSum {
  /** The next member to draw, how many are added or taken off, and whether a thread does so now. */
  readonly counters: SharedArrayBuffer;
  readonly frame: SumFrame;
  readonly table: SharedArrayBuffer;
}

/** Asks for the memory in which threads share a sum. */
export interface LayOutTask extends RangesTask {
  readonly layOut: true;
}

/** A thread's part of a sum: it draws the next member as long as there is one. */
export interface RangesPartTask extends Omit<RangesTask, 'earlier'>, SumChanges {
  readonly shared: SharedSum;
}

/** What a thread drew of a sum: its organisations by place, and the sum from the thread that completed it. */
export interface RangesPart {
  readonly members: readonly { readonly place: number; readonly content: Uint8Array }[];
  readonly total: Pick<RangesResult, 'sum' | 'yearEnds'> | null;
}

export type ThreadTask = ComputeTask | AnalysisTask | QuestionTask | LayOutTask | RangesPartTask;

/** What a thread answers. */
export type ThreadMessage =
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'done'; readonly result: ComputedResult }
  /** `answer` is JSON. */
  | { readonly kind: 'analysed'; readonly answer: string }
  /** `isContinued` where the memory holds a copy of the earlier sum. */
  | { readonly kind: 'laid-out'; readonly shared: SharedSum; readonly isContinued: boolean }
  | { readonly kind: 'ranged'; readonly part: RangesPart }
  /** `code` is that of the engine's error, where it has one. */
  | { readonly kind: 'failed'; readonly message: string; readonly code: string | null };
