import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiGet } from './api-client';
import type { PublishedReport } from './analysis-types';
import type { Unit } from './queries';

/**
 * A module's report of what is published for a unit. Another result is another report; the last one stays
 * until the new one is there.
 */
export const reportQuery = (unit: Unit, module: string, resultId: string) =>
  queryOptions({
    queryKey: ['report', unit.scenarioId, unit.organisationId, module, resultId],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => apiGet<PublishedReport>('/projections/report', { ...unit, module }, signal),
  });
