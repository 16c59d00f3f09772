import type { ProjectionReach } from '#modules/backtest';
import { loadPolicy, projectionPolicy, type ProjectionPolicy } from '#policy';

/** The policy facts of a round; read once, and worked out once for each pair of first year and years. */
export function policyByYears(): ProjectionReach['policyOf'] {
  const facts = loadPolicy();
  const known = new Map<string, ProjectionPolicy>();
  return (firstYear, years) => {
    const key = `${firstYear}|${years}`;
    const policy = known.get(key) ?? projectionPolicy(facts, firstYear, years);
    known.set(key, policy);
    return policy;
  };
}
