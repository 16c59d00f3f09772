/** How long a stage takes, months: one in ten is faster than `shortest`, half than `usual`, nine in ten than `longest`. */
export interface LeadTime {
  readonly shortest: number;
  readonly usual: number;
  readonly longest: number;
}

interface Knot {
  readonly months: number;
  readonly share: number;
}

/**
 * Shares of people who take 0, 1, 2 … months for a stage; they sum to 1. The cumulative share is straight
 * between P10, median and P90, and goes on with the slope next to it to 0 and to 1; who takes between
 * `k - 1/2` and `k + 1/2` months counts as `k`, and nobody takes less than 0. Three equal lead times give
 * one certain month.
 */
export function leadTimeShares(lead: LeadTime): readonly number[] {
  const [shortest = 0, usual = 0, longest = 0] = [lead.shortest, lead.usual, lead.longest].sort(ascending);
  const knots: readonly Knot[] = [
    { months: shortest - (usual - shortest) / 4, share: 0 },
    { months: shortest, share: 0.1 },
    { months: usual, share: 0.5 },
    { months: longest, share: 0.9 },
    { months: longest + (longest - usual) / 4, share: 1 },
  ];
  const last = Math.ceil((knots.at(-1)?.months ?? 0) - 0.5);
  const done = Array.from({ length: last + 1 }, (_, months) => shareDoneBy(months + 0.5, knots));
  return done.map((share, months) => share - (done[months - 1] ?? 0));
}

/** Mean of a distribution over 0, 1, 2 … months. */
export function meanLeadTime(shares: readonly number[]): number {
  return shares.reduce((sum, share, months) => sum + share * months, 0);
}

function shareDoneBy(months: number, knots: readonly Knot[]): number {
  const position = knots.findLastIndex((knot) => knot.months <= months);
  const before = knots[position];
  const after = knots[position + 1];
  if (before === undefined) return 0;
  if (after === undefined) return 1;
  const way = (months - before.months) / (after.months - before.months);
  return before.share + way * (after.share - before.share);
}

function ascending(left: number, right: number): number {
  return left - right;
}
