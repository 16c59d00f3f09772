import type { Compiled, CompileContext, StartGroup } from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { registerRows, type RegisterRow } from '../register';
import { SUBSTITUTIONS } from './registers';

/** A substitution as entered: WTE of substitutes at each month end, the baseline first. */
export interface Substitution {
  readonly id: string;
  readonly name: string;
  /** Code of the new role; null where the entry names none. */
  readonly role: string | null;
  /** Group whose work is taken over. */
  readonly of: StartGroup;
  /** Group of the substitutes. */
  readonly by: StartGroup;
  readonly planned: readonly number[];
  /** WTE of the requirement that one substitute WTE covers. */
  readonly coverage: number;
  readonly isReleasingPosts: boolean;
}

/** A substitution with what the floor for the registered share lets happen of it. */
export interface AllowedSubstitution extends Substitution {
  readonly allowed: readonly number[];
}

/** Groups that share work, and the least registered share of their requirement, at each month end. */
export interface FloorPool {
  readonly of: StartGroup;
  readonly groups: readonly StartGroup[];
  readonly floor: readonly number[];
}

/**
 * The substitutions that can be applied. Left out with a notice: one by the group itself, and one by a
 * role that counts in another group than the entry says.
 */
export function substitutionsOf(context: CompileContext): Compiled<readonly Substitution[]> {
  const notices: ProjectionNotice[] = [];
  const part = registerRows(context.input, SUBSTITUTIONS).flatMap((row) => {
    const refusal = refusalOf(row, context);
    if (refusal !== null) notices.push(refusal);
    return refusal === null ? substitutionOf(row, context) : [];
  });
  return { part, notices };
}

/** The floor pool of each group whose work is taken over: the group and all its substitute groups. */
export function floorPools(substitutions: readonly Substitution[], context: CompileContext): FloorPool[] {
  return [...new Set(substitutions.map(({ of }) => of))].map((of) => {
    const floors = context.assumptions.monthly('skill-mix.registered-floor', of.group.code);
    const substitutes = substitutions.filter((each) => each.of === of).map(({ by }) => by);
    return { of, groups: [...new Set([of, ...substitutes])], floor: [floors[0] ?? 0, ...floors] };
  });
}

/**
 * How much of each substitution is allowed, in the order of the register, so that no pool's registered
 * share of the requirement falls under its floor: with the registered requirement `G` and the whole
 * requirement `R` of a pool, `G - floor R >= 0` after each one; a pool under its floor is not worsened.
 *
 * @param requirement required WTE by group (as the groups are numbered) and month end, before substitution
 */
export function allowSubstitutions(
  substitutions: readonly Substitution[],
  pools: readonly FloorPool[],
  requirement: readonly (readonly number[])[],
): readonly AllowedSubstitution[] {
  const required = requirement.map((line) => [...line]);
  return substitutions.map((substitution) => {
    const { of, by, coverage } = substitution;
    const allowed = substitution.planned.map((planned, month) => {
      const atMonth = required.map((line) => line[month] ?? 0);
      const fte = Math.min(planned, mostAllowed(substitution, pools, atMonth, month));
      addAt(required[of.index], month, -coverage * fte);
      addAt(required[by.index], month, fte);
      return fte;
    });
    return { ...substitution, allowed };
  });
}

function mostAllowed(
  { of, by, coverage }: Substitution,
  pools: readonly FloorPool[],
  required: readonly number[],
  month: number,
): number {
  const whole = coverage > 0 ? Math.max(0, required[of.index] ?? 0) / coverage : Infinity;
  return pools.reduce((most, { groups, floor }) => {
    const weight = (group: StartGroup): number =>
      groups.includes(group) ? Number(group.group.registered) - (floor[month] ?? 0) : 0;
    const slack = groups.reduce((sum, group) => sum + weight(group) * (required[group.index] ?? 0), 0);
    const change = weight(by) - coverage * weight(of);
    return change < 0 ? Math.min(most, Math.max(0, slack) / -change) : most;
  }, whole);
}

function addAt(line: number[] | undefined, month: number, value: number): void {
  if (line !== undefined) line[month] = (line[month] ?? 0) + value;
}

function refusalOf(row: RegisterRow, { input }: CompileContext): ProjectionNotice | null {
  const of = row.text('staffGroup');
  const by = row.text('substituteGroup');
  const name = row.text('name');
  if (of === by) {
    const message = `${name}: a group cannot substitute for itself; choose another substitute group. It is not applied.`;
    return { code: 'substitution-by-itself', staffGroup: of, message, amount: null };
  }
  const role = input.policy.newRoles?.find(({ code }) => code === row.optionalText('role'));
  if (role === undefined || role.staffGroups.includes(by)) return null;
  const message = `${name}: ${role.label} counts in ${role.staffGroups.join(' or ')}, not in ${by}; change the substitute group. It is not applied.`;
  return { code: 'role-counts-elsewhere', staffGroup: by, message, amount: null };
}

function substitutionOf(row: RegisterRow, context: CompileContext): readonly Substitution[] {
  const groupOf = (field: string): StartGroup | undefined =>
    context.groups.find(({ group }) => group.code === row.text(field));
  const of = groupOf('staffGroup');
  const by = groupOf('substituteGroup');
  if (of === undefined || by === undefined) return [];
  return [
    {
      id: row.id,
      name: row.text('name'),
      role: row.optionalText('role'),
      of,
      by,
      planned: builtUpEvenly(row, context),
      coverage: row.number('coverage'),
      isReleasingPosts: row.optionalText('posts') === 'released',
    },
  ];
}

/** WTE at each month end: 0 at the baseline, the year's value at its 31 March, straight lines between. */
function builtUpEvenly(row: RegisterRow, { input: { calendar }, timeline }: CompileContext): number[] {
  const { firstYear, years } = calendar;
  const calendarYears = Array.from({ length: years + 1 }, (_, index) => firstYear - 1 + index);
  const byYear = row.byYear('substituteFte', calendarYears).map((fte) => fte ?? 0);
  const ends = timeline.yearEnds;
  const levels = ends.map((end) => (end === 0 ? 0 : (byYear[timeline.yearOfMonth[end - 1] ?? 0] ?? 0)));
  return timeline.monthEnds.map((_, month) => {
    const next = Math.max(
      1,
      ends.findIndex((end) => end >= month),
    );
    const from = ends[next - 1] ?? 0;
    const share = (month - from) / ((ends[next] ?? 0) - from);
    return (levels[next - 1] ?? 0) * (1 - share) + (levels[next] ?? 0) * share;
  });
}
