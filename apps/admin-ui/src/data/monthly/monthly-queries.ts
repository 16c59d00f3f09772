import { useMutation, useQuery, useQueryClient, queryOptions } from '@tanstack/react-query';
import { apiChange, apiGet } from '../../api/api-client';
import type {
  ListedMonthlyReport,
  MonthlyKind,
  MonthlyMapping,
  MonthlyVocabulary,
  SavedMonthlyMapping,
} from '../../api/monthly-types';
import { useAnnounce } from '../../shell/announcer';

/** Whose files of which kind. */
export interface MonthlySubject {
  readonly kind: MonthlyKind;
  readonly organisationId: string;
}

/** The imports of an employer's files, the latest first. */
export const monthlyReportsQuery = ({ kind, organisationId }: MonthlySubject) =>
  queryOptions({
    queryKey: ['monthly-files', kind, organisationId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ imports: ListedMonthlyReport[] }>(`/monthly-files/${kind}`, { organisationId }, signal))
        .imports,
  });

/** What a mapping of a kind of file can name. */
export const monthlyVocabularyQuery = (kind: MonthlyKind) =>
  queryOptions({
    queryKey: ['monthly-vocabulary', kind],
    staleTime: Infinity,
    queryFn: ({ signal }) => apiGet<MonthlyVocabulary>(`/monthly-files/${kind}/vocabulary`, {}, signal),
  });

const monthlyMappingQuery = ({ kind, organisationId }: MonthlySubject) =>
  queryOptions({
    queryKey: ['monthly-mapping', kind, organisationId],
    queryFn: ({ signal }) =>
      apiGet<SavedMonthlyMapping>(`/monthly-files/${kind}/mapping`, { organisationId }, signal),
  });

/** Saves the next version of a mapping, on the version that was read. */
export function useMonthlyMapping(subject: MonthlySubject, onSaved: () => void = () => undefined) {
  const { kind, organisationId } = subject;
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { queryKey } = monthlyMappingQuery(subject);
  const saved = useQuery(monthlyMappingQuery(subject));
  const save = useMutation({
    mutationFn: (change: (mapping: MonthlyMapping) => MonthlyMapping) => {
      if (saved.data === undefined) throw new Error('The mapping is not loaded yet. Try again in a moment.');
      const { version, mapping } = saved.data;
      const body = { organisationId, baseVersion: version, mapping: change(mapping) };
      return apiChange<SavedMonthlyMapping>('POST', `/monthly-files/${kind}/mapping`, body);
    },
    onSuccess: (next) => {
      queries.setQueryData(queryKey, next);
      announce(`Mapping saved as version ${next.version}.`);
      onSaved();
    },
    onError: () => void queries.invalidateQueries({ queryKey }),
  });
  return { saved, save };
}
