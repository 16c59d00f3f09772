import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { WhatIfBase } from '#modules/what-if';
import { apiGet } from './api-client';
import { ApiError } from './api-error';
import type { PlanChanges } from './change-types';
import type {
  AssumptionGridData,
  AssumptionHistoryEntry,
  GridSet,
  OrganisationNode,
  Overview,
  ParameterCatalogue,
  ProjectionStatus,
  Round,
  Session,
  SignInOptions,
} from './types';

/** One projection: a scenario at an organisation, a system, a region or England. */
export interface Unit {
  readonly scenarioId: string;
  readonly organisationId: string;
}

/** Who is signed in; null if nobody is. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  staleTime: Infinity,
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await apiGet<Session>('/session', {}, signal);
    } catch (error) {
      if (error instanceof ApiError && error.kind === 'unauthenticated') return null;
      throw error;
    }
  },
});

/** How one may sign in. */
export const signInOptionsQuery = queryOptions({
  queryKey: ['session', 'options'],
  staleTime: Infinity,
  queryFn: ({ signal }) => apiGet<SignInOptions>('/session/options', {}, signal),
});

/** The rounds with their scenarios and plans. */
export const roundsQuery = queryOptions({
  queryKey: ['rounds'],
  queryFn: async ({ signal }) => (await apiGet<{ rounds: Round[] }>('/rounds', {}, signal)).rounds,
});

/** The organisation tree of a round, as far as the person may see it. */
export const organisationsQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['organisations', roundId],
    enabled: roundId !== '',
    staleTime: 300_000,
    queryFn: async ({ signal }) =>
      (await apiGet<{ nodes: OrganisationNode[] }>('/organisations', { roundId }, signal)).nodes,
  });

/** The projection of a unit, as last published. */
export const overviewQuery = (unit: Unit) =>
  queryOptions({
    queryKey: ['overview', unit.scenarioId, unit.organisationId],
    queryFn: ({ signal }) => apiGet<Overview>('/projections/overview', { ...unit }, signal),
  });

/** How current each organisation of a unit is. */
export const statusQuery = (unit: Unit) =>
  queryOptions({
    queryKey: ['projection-status', unit.scenarioId, unit.organisationId],
    queryFn: ({ signal }) => apiGet<ProjectionStatus>('/projections/status', { ...unit }, signal),
  });

/** What the browser projects an organisation from; null where it is not projected itself. */
export const whatIfQuery = (unit: Unit, resultId: string | null) =>
  queryOptions({
    queryKey: ['what-if', unit.scenarioId, unit.organisationId, resultId],
    staleTime: Infinity,
    // What was known of the unit serves until what its new result was made from has been read.
    placeholderData: (last: WhatIfBase | null | undefined, lastQuery) =>
      lastQuery?.queryKey[1] === unit.scenarioId && lastQuery.queryKey[2] === unit.organisationId
        ? last
        : undefined,
    queryFn: async ({ signal }): Promise<WhatIfBase | null> => {
      try {
        return await apiGet<WhatIfBase>('/projections/input', { ...unit }, signal);
      } catch (error) {
        if (error instanceof ApiError && error.kind === 'not-found') return null;
        throw error;
      }
    },
  });

/** The parameter registry. */
export const parametersQuery = queryOptions({
  queryKey: ['parameters'],
  staleTime: Infinity,
  queryFn: ({ signal }) => apiGet<ParameterCatalogue>('/parameters', {}, signal),
});

/** The key under which a grid is cached. */
export const gridKey = (unit: Unit, parameter: string) =>
  ['assumptions', unit.scenarioId, unit.organisationId, parameter] as const;

/** One parameter's values for every staff group and year. */
export const gridQuery = (unit: Unit, parameter: string) =>
  queryOptions({
    queryKey: gridKey(unit, parameter),
    queryFn: ({ signal }) => apiGet<AssumptionGridData>('/assumptions', { ...unit, parameter }, signal),
  });

/** Every parameter of some modules for every staff group and year, module by module. */
export const moduleGridsQuery = (unit: Unit, modules: readonly string[]) =>
  queryOptions({
    queryKey: ['assumptions', unit.scenarioId, unit.organisationId, `modules:${modules.join()}`] as const,
    queryFn: ({ signal }) =>
      Promise.all(
        modules.map((module) => apiGet<GridSet>('/assumptions/module', { ...unit, module }, signal)),
      ),
  });

/** The address of one assumption. */
export interface CellAddress {
  readonly parameter: string;
  readonly staffGroup: string;
  readonly year: number;
}

/** One assumption's address as one word. */
export function cellKey(cell: CellAddress): string {
  return `${cell.parameter}|${cell.staffGroup}|${cell.year}`;
}

/** Every version of one cell, newest first. */
export const historyQuery = (unit: Unit, cell: CellAddress) =>
  queryOptions({
    queryKey: [
      'assumption-history',
      unit.scenarioId,
      unit.organisationId,
      cell.parameter,
      cell.staffGroup,
      cell.year,
    ],
    queryFn: async ({ signal }) =>
      (
        await apiGet<{ entries: AssumptionHistoryEntry[] }>(
          '/assumptions/history',
          { ...unit, ...cell },
          signal,
        )
      ).entries,
  });

/** What was changed in a scenario at an organisation and those below it, newest first. */
export const changesQuery = (unit: Unit) =>
  infiniteQueryOptions({
    queryKey: ['assumption-history', unit.scenarioId, unit.organisationId],
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }: PlanChanges) => next,
    queryFn: ({ pageParam, signal }) =>
      apiGet<PlanChanges>(
        '/assumptions/changes',
        { ...unit, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      ),
  });
