import type { Compiled, CompileContext } from '../compilation';
import type { ProjectionNotice } from '../projection/projection-output';
import { allowSubstitutions, floorPools, substitutionsOf, type AllowedSubstitution } from './substitutions';

/** WTE cut off below this are rounding. */
const WORTH_TELLING = 1e-6;

/** Funded posts and required WTE of a group at each month end, the baseline first. */
export interface Posts {
  readonly establishment: readonly number[];
  readonly requirement: readonly number[];
}

/** Posts after substitution; `skillMix` is what substitution changed of the requirement. */
export interface AdjustedPosts extends Posts {
  readonly skillMix: readonly number[];
}

/**
 * Applies the substitutions to funded posts and requirement, group by group in the order of the context:
 * the requirement of the group whose work is taken over falls by `coverage x WTE`, the requirement and
 * funded posts of the substitutes rise by the WTE, and posts that the entry releases go. Source:
 * projection model, section 4, skill mix.
 */
export function adjustPosts(
  posts: readonly Posts[],
  context: CompileContext,
): Compiled<readonly AdjustedPosts[]> {
  const { part: substitutions, notices } = substitutionsOf(context);
  if (substitutions.length === 0) return { part: posts.map(asTheyAre), notices };
  const allowed = allowSubstitutions(
    substitutions,
    floorPools(substitutions, context),
    posts.map(({ requirement }) => requirement),
  );
  return {
    part: posts.map(({ establishment, requirement }, index) => {
      const skillMix = requirement.map((_, month) => requirementChange(allowed, index, month));
      return {
        establishment: establishment.map((fte, month) =>
          Math.max(0, fte + establishmentChange(allowed, index, month)),
        ),
        requirement: requirement.map((fte, month) => fte + (skillMix[month] ?? 0)),
        skillMix,
      };
    }),
    notices: [...notices, ...allowed.flatMap(limitedNotice)],
  };
}

/** Posts that no substitution touches. */
export function asTheyAre(posts: Posts): AdjustedPosts {
  return { ...posts, skillMix: new Array<number>(posts.requirement.length).fill(0) };
}

function requirementChange(allowed: readonly AllowedSubstitution[], group: number, month: number): number {
  return allowed.reduce((sum, { of, by, coverage, allowed: fte }) => {
    const taken = of.index === group ? -coverage * (fte[month] ?? 0) : 0;
    return sum + taken + (by.index === group ? (fte[month] ?? 0) : 0);
  }, 0);
}

function establishmentChange(allowed: readonly AllowedSubstitution[], group: number, month: number): number {
  return requirementChange(
    allowed.map((each) => (each.isReleasingPosts ? each : { ...each, coverage: 0 })),
    group,
    month,
  );
}

function limitedNotice({ name, of, planned, allowed }: AllowedSubstitution): readonly ProjectionNotice[] {
  const amount = Math.max(...planned.map((fte, month) => fte - (allowed[month] ?? 0)));
  if (amount <= WORTH_TELLING) return [];
  return [
    {
      code: 'substitution-limited',
      staffGroup: of.group.code,
      message: `${name}: the floor for the registered share, or the requirement itself, leaves no room for this many WTE of substitutes; they are not counted.`,
      amount,
    },
  ];
}
