import { useQuery } from '@tanstack/react-query';
import { roundDocumentsQuery } from '../api/sign-off-queries';
import type { DocumentSummary } from '../api/sign-off-types';

/** The return or plan of an organisation in a round; null where there is none that the person may see. */
export function useUnitDocument(roundId: string | undefined, organisationId: string): DocumentSummary | null {
  const { data } = useQuery({ ...roundDocumentsQuery(roundId ?? ''), enabled: roundId !== undefined });
  return data?.documents.find(({ organisation }) => organisation.id === organisationId) ?? null;
}
