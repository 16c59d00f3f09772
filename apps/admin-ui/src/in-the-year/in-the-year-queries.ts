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
  });
