import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { organisationsQuery, roundsQuery, type Unit } from '../api/queries';
import type { OrganisationNode } from '../api/types';
import { ancestorsOf } from '../organisations/organisation-tree';
import { findPlanContext, type PlanContext } from './plan-context';

/** The unit of the current address, and what is known about where it stands. */
export interface UnitPlace {
  readonly unit: Unit;
  readonly context: PlanContext | null;
  readonly organisation: OrganisationNode | null;
  readonly ancestors: readonly OrganisationNode[];
}

/** Reads the unit from the address and finds its round, its plan and its place in the tree. */
export function useUnit(): UnitPlace {
  const { scenarioId = '', organisationId = '' } = useParams();
  const { data: rounds = [] } = useQuery(roundsQuery);
  const roundId = findPlanContext(rounds, scenarioId, [])?.round.id ?? '';
  const { data: nodes = [] } = useQuery({ ...organisationsQuery(roundId), enabled: roundId !== '' });
  const ancestors = ancestorsOf(nodes, organisationId);
  const nearestFirst = [organisationId, ...ancestors.map((node) => node.id).reverse()];
  return {
    unit: { scenarioId, organisationId },
    context: findPlanContext(rounds, scenarioId, nearestFirst),
    organisation: nodes.find((node) => node.id === organisationId) ?? null,
    ancestors,
  };
}
