import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ListedClient, Schedule } from '#views/lists';
import type { AuditPage, AuditVerification, JobsOverview, PeopleListing } from './administration-types';
import { apiGet } from './api-client';

const WATCHED_MILLISECONDS = 5_000;

/** People with their roles, as far as one administers them, and the roles there are. */
export const peopleQuery = queryOptions({
  queryKey: ['people'],
  queryFn: ({ signal }) => apiGet<PeopleListing>('/people', {}, signal),
});

/** Clients of the national API with their keys. */
export const clientsQuery = queryOptions({
  queryKey: ['api-clients'],
  queryFn: async ({ signal }) =>
    (await apiGet<{ clients: ListedClient[] }>('/api-clients', {}, signal)).clients,
});

/** Schedules with what became of their slots. */
export const schedulesQuery = queryOptions({
  queryKey: ['schedules'],
  refetchInterval: 30_000,
  queryFn: async ({ signal }) =>
    (await apiGet<{ schedules: Schedule[] }>('/schedules', {}, signal)).schedules,
});

/** The work on every unit, read again every few seconds. */
export const jobsQuery = queryOptions({
  queryKey: ['jobs'],
  refetchInterval: WATCHED_MILLISECONDS,
  queryFn: ({ signal }) => apiGet<JobsOverview>('/jobs', {}, signal),
});

/** Entries of the audit trail that a filter lets through, page after page. */
export const auditQuery = (filter: Readonly<Record<string, string>>) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: null as number | null,
    queryFn: ({ signal, pageParam }) =>
      apiGet<AuditPage>('/audit', pageParam === null ? filter : { ...filter, before: pageParam }, signal),
    getNextPageParam: ({ next }) => next,
  });

/** Walks the hash chain; read only when asked. */
export const auditVerificationQuery = (anchor: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['audit-verification', anchor],
    enabled: false,
    queryFn: ({ signal }) => apiGet<AuditVerification>('/audit/verification', anchor, signal),
  });
