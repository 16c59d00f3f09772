import type { Compiled, CompileContext, StartGroup } from '../compilation';
import { compileEstablishment } from './compile';
import { requirementOf, type Requirement } from './requirement';

/** The requirement of a group, before skill mix, with its group. */
export interface GroupRequirement {
  readonly start: StartGroup;
  readonly requirement: Requirement;
}

export interface GroupPosts {
  readonly establishment: Compiled<readonly number[]>;
  readonly requirement: Requirement;
}

/** How the requirement of every group comes about. */
export function requirementsOf(context: CompileContext): readonly GroupRequirement[] {
  return context.groups.map((start) => ({ start, requirement: postsOf(start, context).requirement }));
}

/** Funded posts and requirement of a group before skill mix, worked out once for all who ask. */
export function postsOf(start: StartGroup, context: CompileContext): GroupPosts {
  return context.assumptions.recall(`posts ${start.group.code}`, start, () => {
    const establishment = compileEstablishment(start, context);
    return {
      establishment,
      requirement: requirementOf(start, establishment.part[0] ?? 0, context),
    };
  });
}
