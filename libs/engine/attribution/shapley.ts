import { exactParts } from './exact-parts';

/** Players up to this many are told apart; of more, the smallest form one player together. */
export const MOST_PLAYERS = 8;

/** Figures of a coalition: what results when its players are switched on and all others are not. */
export type ValueOf = (coalition: ReadonlySet<string>) => readonly number[];

/** What one player, or several that were taken together, contributes to each figure. */
export interface AttributedPart {
  readonly players: readonly string[];
  readonly values: readonly number[];
}

export interface Attribution {
  /** Figures with nobody, and with everybody. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** In the order of their names; for each figure they add up to `to - from` to the bit, see `exactParts`. */
  readonly parts: readonly AttributedPart[];
}

/**
 * Shapley values: each player's mean contribution over all orders in which the players can be switched
 * on. Exact up to eight players. Of more, the seven that do most alone are told apart, and all others are
 * one player. The result does not depend on the order of the players, and players that do the same get
 * the same, residue of rounding apart.
 *
 * Source: Shapley, "A value for n-person games", 1953; projection model, section 5.
 */
export function shapley(players: readonly string[], valueOf: ValueOf): Attribution {
  const from = valueOf(new Set());
  const to = valueOf(new Set(players));
  const teams = teamsOf(players, from, valueOf);
  const values = valuesByMask(teams, { from, to, valueOf });
  const parts = teams.map((_, team) =>
    from.map((__, figure) => meanContribution(values, teams, team, figure)),
  );
  const exact = from.map((start, figure) =>
    exactParts(
      parts.map((each) => each[figure] as number),
      start,
      to[figure] as number,
    ),
  );
  return {
    from,
    to,
    parts: teams.map((team, index) => ({
      players: team,
      values: exact.map((ofFigure) => ofFigure[index] as number),
    })),
  };
}

/** The players as teams of one, in the order of their names; where there are too many, the smallest together. */
function teamsOf(
  players: readonly string[],
  from: readonly number[],
  valueOf: ValueOf,
): readonly (readonly string[])[] {
  const named = [...players].sort(byName);
  if (named.length <= MOST_PLAYERS) {
    return named.map((player) => [player]);
  }
  const alone = named.map((player) => ({
    player,
    effects: valueOf(new Set([player])).map((value, figure) => Math.abs(value - (from[figure] as number))),
  }));
  const largest = from.map((_, figure) => Math.max(...alone.map(({ effects }) => effects[figure] as number)));
  const ranked = alone
    .map(({ player, effects }) => ({ player, weight: weightOf(effects, largest) }))
    .sort((left, right) => right.weight - left.weight || byName(left.player, right.player))
    .map(({ player }) => player);
  const apart = ranked.slice(0, MOST_PLAYERS - 1).sort(byName);
  return [...apart.map((player) => [player]), ranked.slice(MOST_PLAYERS - 1).sort(byName)];
}

/** The largest effect of a player on any figure, as a share of the largest effect that any player has on it. */
function weightOf(effects: readonly number[], largest: readonly number[]): number {
  return Math.max(
    ...effects.map((effect, figure) => (largest[figure] === 0 ? 0 : effect / (largest[figure] as number))),
  );
}

function byName(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

interface Ends {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly valueOf: ValueOf;
}

/** Figures of every coalition of teams; bit `i` of the place stands for team `i`. */
function valuesByMask(
  teams: readonly (readonly string[])[],
  { from, to, valueOf }: Ends,
): readonly (readonly number[])[] {
  const everybody = (1 << teams.length) - 1;
  return Array.from({ length: everybody + 1 }, (_, mask) => {
    if (mask === 0) {
      return from;
    }
    const members = teams.filter((__, team) => (mask & (1 << team)) !== 0).flat();
    return mask === everybody ? to : valueOf(new Set(members));
  });
}

/**
 * The mean over coalition sizes of the mean contribution to coalitions of that size. Contributions are
 * added in ascending order, so that equal ones give equal sums whatever the players are called.
 */
function meanContribution(
  values: readonly (readonly number[])[],
  teams: readonly unknown[],
  team: number,
  figure: number,
): number {
  const bySize: number[][] = teams.map(() => []);
  values.forEach((without, mask) => {
    if ((mask & (1 << team)) === 0) {
      const joined = values[mask | (1 << team)]?.[figure] as number;
      bySize[membersOf(mask)]?.push(joined - (without[figure] as number));
    }
  });
  const means = bySize.map((contributions) => meanOf(contributions));
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

function membersOf(mask: number): number {
  let members = 0;
  for (let left = mask; left > 0; left >>= 1) {
    members += left & 1;
  }
  return members;
}

function meanOf(contributions: number[]): number {
  contributions.sort((left, right) => left - right);
  return contributions.reduce((sum, each) => sum + each, 0) / contributions.length;
}
