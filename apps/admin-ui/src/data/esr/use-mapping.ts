import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { apiChange } from '../../api/api-client';
import { esrMappingQuery } from '../../api/data-queries';
import type { EsrMapping, SavedEsrMapping } from '../../api/esr-types';
import { useAnnounce } from '../../shell/announcer';

/** Saves the next version of the mapping of an employer, on the version that was read. */
export function useMapping(organisationId: string, onSaved: () => void = () => undefined) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const saved = useQuery(esrMappingQuery(organisationId));
  const save = useMutation({
    mutationFn: (change: (mapping: EsrMapping) => EsrMapping) => {
      if (saved.data === undefined) throw new Error('The mapping is not loaded yet. Try again in a moment.');
      const { version, mapping } = saved.data;
      const body = { organisationId, baseVersion: version, mapping: change(mapping) };
      return apiChange<SavedEsrMapping>('POST', '/esr-mapping', body);
    },
    onSuccess: (next) => {
      queries.setQueryData(esrMappingQuery(organisationId).queryKey, next);
      announce(`Mapping saved as version ${next.version}.`);
      onSaved();
    },
    onError: () => void queries.invalidateQueries({ queryKey: ['esr-mapping', organisationId] }),
  });
  return { saved, save };
}
