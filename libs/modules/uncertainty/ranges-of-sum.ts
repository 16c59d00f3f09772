import type { ProgressListener } from '../projection/project';
import type { ProjectionInput } from '../projection/projection-input';
import { bandOf, type Band } from './draw-bands';
import { projectDraws } from './project-draws';
import { HEADLINE_MEASURES, type HeadlineMeasure, type ProjectionDraws } from './projection-draws';
import { DrawSum, yearEndsOf } from './sum-draws';

/** Likely ranges by staff group (`all-staff` last) and headline measure. */
export interface RangesOfNode {
  /** Month ends as `YYYY-MM`. */
  readonly months: readonly string[];
  readonly staffGroups: readonly {
    readonly code: string;
    readonly measures: Readonly<Record<HeadlineMeasure, Band>>;
  }[];
}

/** The parts of a sum: organisations that are projected, and sums below it by their draws at year ends. */
export interface SumQuestion {
  /** In organisation order. */
  readonly inputs: Iterable<ProjectionInput>;
  readonly inputCount: number;
  readonly sums: readonly ProjectionDraws[];
  /** Random draws beside the central one. */
  readonly draws: number;
  readonly seed: string;
}

/** Ranges of a sum and of the organisations that are projected directly under it. */
export interface RangesOfSum {
  readonly members: readonly { readonly organisation: string; readonly ranges: RangesOfNode }[];
  readonly sum: RangesOfNode;
  /** Every draw of the sum at year ends: what the sum above is made of. */
  readonly yearEnds: ProjectionDraws;
}

/**
 * Draws each organisation and sums draw by draw, one organisation's draws in memory at a time. Monthly for
 * organisations and for sums of organisations alone; at year ends where a sum below takes part.
 *
 * @throws DrawsMismatchError if there is nothing to sum, or the parts do not fit together.
 */
export function rangesOfSum(
  question: SumQuestion,
  onProgress: ProgressListener = () => undefined,
): RangesOfSum {
  const sum = new DrawSum();
  const members: { organisation: string; ranges: RangesOfNode }[] = [];
  for (const given of question.inputs) {
    const input = { ...given, draws: question.draws, seed: question.seed };
    const done = members.length;
    const draws = projectDraws(input, undefined, (share) => onProgress((done + share) / question.inputCount));
    members.push({ organisation: input.organisation.code, ranges: rangesOf(draws) });
    sum.add(question.sums.length === 0 ? draws : yearEndsOf(draws));
  }
  for (const part of question.sums) sum.add(part);
  return { members, sum: rangesOf(sum.total), yearEnds: yearEndsOf(sum.total) };
}

function rangesOf(draws: ProjectionDraws): RangesOfNode {
  const measuresOf = (code: string) =>
    Object.fromEntries(
      HEADLINE_MEASURES.map((measure) => [measure, bandOf(draws, code, measure)] as const),
    ) as Record<HeadlineMeasure, Band>;
  return {
    months: draws.months,
    staffGroups: draws.staffGroups.map((code) => ({ code, measures: measuresOf(code) })),
  };
}
