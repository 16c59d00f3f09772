import type { RepresentationFacts } from './load-representation';
import { isInForce } from './new-roles';
import type { RepresentationPolicy } from './representation-data';

/** The facts of representation in force on a day, `YYYY-MM-DD`. */
export function representationPolicy(facts: RepresentationFacts, day: string): RepresentationPolicy {
  return {
    clusters: facts.equalityClusters.filter((cluster) => isInForce(cluster, day)),
    indicators: facts.equalityIndicators,
    workforceTypes: Object.fromEntries(
      facts.workforceTypes.map(({ staffGroup, workforceType }) => [staffGroup, workforceType]),
    ),
    published: facts.publishedRepresentation,
  };
}
