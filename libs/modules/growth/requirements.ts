import type { CompileContext, StartGroup } from '../compilation';
import { compileEstablishment } from './compile';
import { requirementOf, type Requirement } from './requirement';

/** The requirement of a group, before skill mix, with its group. */
export interface GroupRequirement {
  readonly start: StartGroup;
  readonly requirement: Requirement;
}

/** How the requirement of every group comes about. */
export function requirementsOf(context: CompileContext): readonly GroupRequirement[] {
  return context.groups.map((start) => {
    const opening = compileEstablishment(start, context).part[0] ?? 0;
    return { start, requirement: requirementOf(start, opening, context) };
  });
}
