import { queryOptions } from '@tanstack/react-query';
import { apiGet } from './api-client';
import type {
  DocumentChecks,
  DocumentSections,
  RoundDocuments,
  SignOffDocument,
  VersionDifference,
} from './sign-off-types';

/** The returns and plans of a round. */
export const roundDocumentsQuery = (roundId: string) =>
  queryOptions({
    queryKey: ['sign-off', 'round', roundId],
    queryFn: ({ signal }) => apiGet<RoundDocuments>('/sign-off', { roundId }, signal),
  });

/** Under which everything about a document is cached. */
export const documentKey = (documentId: string) => ['sign-off', 'document', documentId] as const;

/** A return or plan as it stands. */
export const documentQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...documentKey(documentId), 'standing'],
    queryFn: ({ signal }) => apiGet<SignOffDocument>(`/sign-off/${documentId}`, {}, signal),
  });

/** What is written in it. */
export const sectionsQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...documentKey(documentId), 'sections'],
    queryFn: ({ signal }) => apiGet<DocumentSections>(`/sign-off/${documentId}/sections`, {}, signal),
  });

/** What the checks say of it. */
export const checksQuery = (documentId: string) =>
  queryOptions({
    queryKey: [...documentKey(documentId), 'checks'],
    queryFn: ({ signal }) => apiGet<DocumentChecks>(`/sign-off/${documentId}/checks`, {}, signal),
  });

/** What changed from one version to another. */
export const differenceQuery = (documentId: string, from: number, to: number) =>
  queryOptions({
    queryKey: [...documentKey(documentId), 'difference', from, to],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      apiGet<VersionDifference>(`/sign-off/${documentId}/difference`, { from, to }, signal),
  });
