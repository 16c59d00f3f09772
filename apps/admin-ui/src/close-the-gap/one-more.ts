import type { LimitUnit, SolvedPlan } from './proposal-types';

const ONE: Readonly<Record<LimitUnit, string>> = {
  fte: 'one WTE',
  people: 'one person',
  pounds: 'one pound',
  share: 'one percentage point',
  units: 'one unit',
};

/** By what a limit or a lever would have to give way for the price that stands beside it, in words. */
export function oneMore(
  { limits, levers }: Pick<SolvedPlan, 'limits' | 'levers'>,
  { kind, key }: SolvedPlan['binding'][number],
): string {
  const limit = kind === 'limit' ? limits.find((each) => each.key === key) : undefined;
  if (limit !== undefined) return `${ONE[limit.unit]} ${limit.sense === 'at-most' ? 'more' : 'less'}`;
  const lever = kind === 'lever' ? levers.find((each) => each.lever === key) : undefined;
  return lever === undefined ? 'one unit more' : `one ${lever.unit} more`;
}
