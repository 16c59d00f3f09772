import type { EngineGroup, EngineInput } from '#engine';

import {
  compileApprenticeRecruits,
  compileCompletions,
  compileQualifications,
} from '../apprenticeship-levy/compile';
import {
  AssumptionReader,
  CompileMemory,
  MonthlyProfiles,
  startGroups,
  sumOfSeries,
  timelineOf,
  type CompileFrame,
  type Compiled,
  type CompileContext,
  type JoinerPlan,
  type StartGroup,
} from '../compilation';
import { schemeExits } from '../efficiency/schemes';
import { compileJoiners } from '../growth/compile';
import { compileRecruitment } from '../growth/recruitment';
import { postsOf } from '../growth/requirements';
import { compileInternational, internationalNotices } from '../international-recruitment/compile';
import { compileCosts } from '../pay-bill/compile';
import { compileJoinerProfiles } from '../representation/compile';
import { compileExits, compileReturners } from '../retention/compile';
import { compileReturns } from '../retention/returns';
import { compileAbsence } from '../sickness-absence/compile';
import { adjustPosts, type AdjustedPosts, type Posts } from '../skill-mix/adjust-posts';
import { compileMoves } from '../skill-mix/compile';
import { compileNewlyQualified } from '../training-supply/compile';
import type { ProjectionInput } from './projection-input';
import type { ProjectionNotice } from './projection-output';

/** A projection ready to simulate, with the lines that the engine does not carry. */
export interface CompiledProjection {
  readonly context: CompileContext;
  readonly engine: EngineInput;
  /** Funded posts by group at each month end, FTE. */
  readonly establishment: readonly (readonly number[])[];
  /** Required FTE by group at each month end. */
  readonly requirement: readonly (readonly number[])[];
  /** What substitution changed of it. */
  readonly skillMix: readonly (readonly number[])[];
  readonly notices: readonly ProjectionNotice[];
}

/**
 * Turns resolved assumptions into the engine's rates and flows, module by module. With a memory, steps
 * that read no assumption that has changed since the last compilation are not repeated; its inputs must
 * differ in assumptions only.
 */
export function compileProjection(
  input: ProjectionInput,
  memory: CompileMemory = new CompileMemory(),
): CompiledProjection {
  const { timeline, profiles } = memory.frameOf(() => frameOf(input));
  const assumptions = new AssumptionReader(input.assumptions, timeline, profiles, memory);
  const started = assumptions.recall('start', input.staffGroups, () => startGroups(input, assumptions));
  const context: CompileContext = { input, timeline, assumptions, groups: started.part };
  const opening = started.part.map((start) => compilePosts(start, context));
  const posts = adjustPosts(
    opening.map(({ part }) => part),
    context,
  );
  const groups = started.part.map((start, index) => compileGroup(start, posts.part[index], context));
  const moves = assumptions.recall('moves', context.groups, () => compileMoves(context));
  return {
    context,
    engine: {
      bands: input.bands.length,
      ageBandWidths: input.ageBands.map((age) => age.widthYears),
      ethnicities: input.ethnicities.length,
      months: timeline.months,
      groups: groups.map(({ part }) => part),
      moves: [
        ...moves.part,
        ...assumptions.recall('qualifications', context.groups, () => compileQualifications(context)),
      ],
      stepYears: 1 / 12,
    },
    establishment: posts.part.map(({ establishment }) => establishment),
    requirement: posts.part.map(({ requirement }) => requirement),
    skillMix: posts.part.map(({ skillMix }) => skillMix),
    notices: [started, ...opening, posts, ...groups, moves].flatMap(({ notices }) => notices),
  };
}

type CompilePlans = (start: StartGroup, context: CompileContext) => JoinerPlan | readonly JoinerPlan[];

/** Joiners beside the newly qualified, each a step of its own: a draw changes few of them. */
const JOINER_PLANS: readonly (readonly [string, CompilePlans])[] = [
  ['international joiners', compileInternational],
  ['joiners', compileJoiners],
  ['returners', compileReturners],
  ['completions', compileCompletions],
  ['apprentice recruits', compileApprenticeRecruits],
];

function frameOf(input: ProjectionInput): CompileFrame {
  const timeline = timelineOf(input.calendar);
  return { timeline, profiles: new MonthlyProfiles(input, timeline) };
}

/** Funded posts and requirement of a group before skill mix. */
export function compilePosts(start: StartGroup, context: CompileContext): Compiled<Posts> {
  const { establishment, requirement } = postsOf(start, context);
  return {
    part: { establishment: establishment.part, requirement: requirement.required },
    notices: establishment.notices,
  };
}

/** Rates and flows of a group on its posts. */
export function compileGroup(
  start: StartGroup,
  posts: AdjustedPosts | undefined,
  context: CompileContext,
): Compiled<EngineGroup> {
  const recall = <T>(step: string, compile: (start: StartGroup, context: CompileContext) => T): T =>
    context.assumptions.recall(`${step} ${start.group.code}`, start, () => compile(start, context));
  const exits = recall('exits', compileExits);
  const leaving = schemeExits(start.group.code, context);
  const { retirementFactors: _, ...engineExits } = exits.part;
  const profilesOf = recall('joiner-profiles', compileJoinerProfiles);
  const newlyQualified = recall('newly-qualified', compileNewlyQualified);
  const recruitment = compileRecruitment(
    start,
    {
      plans: [newlyQualified.part, ...JOINER_PLANS.flatMap(([step, compile]) => recall(step, compile))],
      profilesOf,
      establishment: posts?.establishment ?? [],
    },
    context,
  );
  return {
    part: {
      code: start.group.code,
      headcount: start.headcount,
      fte: start.fte,
      ...engineExits,
      plannedExits: sumOfSeries([exits.part.plannedExits, leaving]),
      recruitment,
      returns: compileReturns(start, exits.part, profilesOf, context),
      absence: recall('absence', compileAbsence),
      costs: recall('costs', compileCosts),
    },
    notices: [
      ...exits.notices,
      ...newlyQualified.notices,
      ...recall('offers-beyond-horizon', internationalNotices),
    ],
  };
}
