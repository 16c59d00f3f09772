import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../api/api-client';
import type { MonitoredYear, YearComparison } from '../api/monitoring-types';

/** The years of an organisation that have a frozen plan. */
export const monitoredYearsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['monitored-years', organisationId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ years: MonitoredYear[] }>('/monitored-years', { organisationId }, signal)).years,
  });

/** A year against its plan. */
export const comparisonQuery = (organisationId: string, firstYear: number, staffGroup: string) =>
  queryOptions({
    queryKey: ['monitored-years', organisationId, firstYear, staffGroup],
    queryFn: ({ signal }) =>
      apiGet<YearComparison>(
        '/monitored-years/comparison',
        { organisationId, firstYear, staffGroup },
        signal,
      ),
    // Another staff group of the same year takes its place, so that what is being typed stays on the page.
    placeholderData: (last: YearComparison | undefined, lastQuery) =>
      lastQuery?.queryKey[1] === organisationId && lastQuery.queryKey[2] === firstYear ? last : undefined,
  });
