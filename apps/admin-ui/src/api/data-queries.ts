import { queryOptions } from '@tanstack/react-query';
import type { BaselineSnapshot, RoundBaseline } from '#views/lists';
import { apiGet } from './api-client';
import type { BaselineOption, ListedImport } from './data-types';
import type { EsrVocabulary, ListedEsrReport, SavedEsrMapping } from './esr-types';

/** Published files that were imported, the latest first. */
export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async ({ signal }) => (await apiGet<{ imports: ListedImport[] }>('/imports', {}, signal)).imports,
});

/** What each organisation of a round stands on. */
export const baselinesQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['baselines', roundId],
    enabled: roundId !== '',
    queryFn: async ({ signal }) =>
      (await apiGet<{ baselines: RoundBaseline[] }>('/baselines', { roundId }, signal)).baselines,
  });

/** What a baseline of an organisation can be taken of. */
export const baselineOptionsQuery = (roundId: string, organisationId: string) =>
  queryOptions({
    queryKey: ['baseline-options', roundId, organisationId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ options: BaselineOption[] }>('/baselines/options', { roundId, organisationId }, signal))
        .options,
  });

/** Frozen opening positions, the newest first. */
export const snapshotsQuery = queryOptions({
  queryKey: ['snapshots'],
  queryFn: async ({ signal }) =>
    (await apiGet<{ snapshots: BaselineSnapshot[] }>('/baselines/snapshots', {}, signal)).snapshots,
});

/** The imports of an employer's extracts, the latest first. */
export const esrReportsQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['esr-extracts', organisationId],
    enabled: organisationId !== '',
    queryFn: async ({ signal }) =>
      (await apiGet<{ extracts: ListedEsrReport[] }>('/esr-extracts', { organisationId }, signal)).extracts,
  });

/** How the extracts of an employer are read. */
export const esrMappingQuery = (organisationId: string) =>
  queryOptions({
    queryKey: ['esr-mapping', organisationId],
    enabled: organisationId !== '',
    queryFn: ({ signal }) => apiGet<SavedEsrMapping>('/esr-mapping', { organisationId }, signal),
  });

/** What a mapping can name. */
export const esrVocabularyQuery = queryOptions({
  queryKey: ['esr-vocabulary'],
  staleTime: Infinity,
  queryFn: ({ signal }) => apiGet<EsrVocabulary>('/esr-vocabulary', {}, signal),
});
