import { timelineOf } from '../compilation';
import type { ProgressListener } from '../projection/project';
import type { ProjectionInput } from '../projection/projection-input';
import { bandOf, type Band } from './draw-bands';
import { DrawRoom } from './draw-room';
import { projectDraws } from './project-draws';
import { HEADLINE_MEASURES, withTotal, type HeadlineMeasure, type ProjectionDraws } from './projection-draws';
import { frameOfSum, yearEndsOf, type SumFrame } from './sum-draws';

/** Likely ranges by staff group (`all-staff` last) and headline measure. */
export interface RangesOfNode {
  /** Month ends as `YYYY-MM`. */
  readonly months: readonly string[];
  readonly staffGroups: readonly {
    readonly code: string;
    readonly measures: Readonly<Record<HeadlineMeasure, Band>>;
  }[];
}

/** How the members of a sum are drawn. */
export interface MemberQuestion {
  readonly input: ProjectionInput;
  /** Random draws beside the central one. */
  readonly draws: number;
  readonly seed: string;
  /** Which months of the member take part in the sum. */
  readonly months: SumMonths;
}

/** Every month where a sum has organisations alone; year ends where sums below it take part. */
export type SumMonths = 'every-month' | 'year-ends';

/** A member's ranges, and the draws with which it takes part in the sum. */
export interface MemberOfSum {
  /** Works them out, which takes a while; only until the next member takes the room. */
  readonly ranges: () => RangesOfNode;
  readonly draws: ProjectionDraws;
}

/**
 * Draws one organisation of a sum.
 *
 * @param room where its draws lie, until the next member takes it
 * @throws ProjectionInputError if the input contradicts itself
 */
export function drawMember(
  question: MemberQuestion,
  onProgress: ProgressListener,
  room: DrawRoom = new DrawRoom(),
): MemberOfSum {
  const { draws: random, seed } = question;
  const draws = projectDraws({ ...question.input, draws: random, seed }, undefined, onProgress, room);
  return {
    ranges: () => rangesOf(draws),
    draws: question.months === 'every-month' ? draws : yearEndsOf(draws),
  };
}

/** The frame over which the draws of some organisations, and of sums below, are summed. */
export function frameOfMembers(
  inputs: readonly Pick<ProjectionInput, 'calendar' | 'staffGroups'>[],
  sums: readonly SumFrame[],
  months: SumMonths,
): SumFrame {
  const members = inputs.map(({ calendar, staffGroups }) => {
    const { monthEnds } = timelineOf(calendar);
    return {
      months: months === 'every-month' ? monthEnds : monthEnds.filter((month) => month.endsWith('-03')),
      staffGroups: withTotal(staffGroups.map(({ code }) => code)),
    };
  });
  return frameOfSum([...members, ...sums]);
}

/** Every range of draws, month by month. */
export function rangesOf(draws: ProjectionDraws): RangesOfNode {
  const measuresOf = (code: string) =>
    Object.fromEntries(
      HEADLINE_MEASURES.map((measure) => [measure, bandOf(draws, code, measure)] as const),
    ) as Record<HeadlineMeasure, Band>;
  return {
    months: draws.months,
    staffGroups: draws.staffGroups.map((code) => ({ code, measures: measuresOf(code) })),
  };
}
