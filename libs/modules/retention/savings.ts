import { simulate } from '#engine';

import { compileProjection } from '../projection/compile-projection';
import type { ProjectionInput } from '../projection/projection-input';
import { interventionCost, interventionsOf, type Intervention } from './interventions';
import { RETENTION_INTERVENTIONS } from './interventions.register';

/** What interventions save over the projection, all staff groups together. */
export interface Saving {
  /** Exits of every cause fewer, people. */
  readonly leaversAvoided: number;
  /** Contracted FTE more at the end. */
  readonly fteKept: number;
  /** What the interventions themselves cost, pounds. */
  readonly cost: number;
  /** What replacing the leavers avoided would have cost, pounds. */
  readonly replacementCostAvoided: number;
}

/** What each intervention saves as the last one added, and what all save together. */
export interface InterventionSavings {
  readonly each: readonly { readonly intervention: Intervention; readonly saving: Saving }[];
  /** Sum of what each saves. */
  readonly sum: Saving;
  readonly together: Saving;
}

interface Outcome {
  readonly leavers: number;
  readonly fte: number;
  readonly replacement: number;
}

/**
 * Savings by projecting again without each intervention (what it adds to the others) and without any.
 * Interventions multiply, so that each adds less in company: the sum of what each saves falls short of
 * what all save together.
 */
export function interventionSavings(input: ProjectionInput): InterventionSavings {
  const full = compileProjection(input);
  const { timeline } = full.context;
  const interventions = interventionsOf(input, timeline);
  const now = outcomeOf(full);
  const saved = (without: ProjectionInput, removed: readonly Intervention[]): Saving => {
    const then = outcomeOf(compileProjection(without));
    return {
      leaversAvoided: then.leavers - now.leavers,
      fteKept: now.fte - then.fte,
      cost: removed.reduce((sum, each) => sum + interventionCost(each, 0, timeline.months), 0),
      replacementCostAvoided: then.replacement - now.replacement,
    };
  };
  const each = interventions.map((intervention) => ({
    intervention,
    saving: saved(withoutInterventions(input, [intervention]), [intervention]),
  }));
  return {
    each,
    sum: addUp(each.map(({ saving }) => saving)),
    together: saved(withoutInterventions(input, interventions), interventions),
  };
}

function withoutInterventions(input: ProjectionInput, removed: readonly Intervention[]): ProjectionInput {
  const ids = new Set(removed.map(({ id }) => id));
  const { key } = RETENTION_INTERVENTIONS;
  const left = (input.registers?.[key] ?? []).filter(({ id }) => !ids.has(id));
  return { ...input, registers: { ...input.registers, [key]: left } };
}

/** Leavers, closing FTE and the cost of replacing all leavers, at the cost of each group and year. */
function outcomeOf({ engine, context }: ReturnType<typeof compileProjection>): Outcome {
  const { assumptions, groups, timeline } = context;
  const outcomes = simulate(engine).groups.map((output, index): Outcome => {
    const code = groups[index]?.group.code ?? '';
    const costs = assumptions.spread(assumptions.yearly('retention.replacement-cost', code));
    const left = timeline.monthEnds.map((_, month) =>
      month === 0 ? 0 : output.exits.reduce((sum, exits) => sum + (exits[month - 1] ?? 0), 0),
    );
    return {
      leavers: left.reduce((sum, people) => sum + people, 0),
      fte: output.fte.at(-1) ?? 0,
      replacement: left.reduce((sum, people, month) => sum + people * (costs[month - 1] ?? 0), 0),
    };
  });
  return {
    leavers: outcomes.reduce((sum, { leavers }) => sum + leavers, 0),
    fte: outcomes.reduce((sum, { fte }) => sum + fte, 0),
    replacement: outcomes.reduce((sum, { replacement }) => sum + replacement, 0),
  };
}

function addUp(savings: readonly Saving[]): Saving {
  const sum = (of: (saving: Saving) => number): number =>
    savings.reduce((all, saving) => all + of(saving), 0);
  return {
    leaversAvoided: sum(({ leaversAvoided }) => leaversAvoided),
    fteKept: sum(({ fteKept }) => fteKept),
    cost: sum(({ cost }) => cost),
    replacementCostAvoided: sum(({ replacementCostAvoided }) => replacementCostAvoided),
  };
}
