import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { apiChange } from '../api/api-client';
import { roundsQuery, type Unit } from '../api/queries';
import type { ScenarioSummary } from '../api/types';
import { scenariosAddress } from '../plan/addresses';
import { useAnnounce } from '../shell/announcer';

/** Makes a what-if for an organisation, and goes to it. */
export function useCreateScenario(unit: Unit, baseScenarioId: string) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (name: string) =>
      apiChange<ScenarioSummary>('POST', '/scenarios', {
        name,
        baseScenarioId,
        organisationId: unit.organisationId,
      }),
    onSuccess: async (made) => {
      announce(`${made.name} made. It is being calculated.`);
      await queries.invalidateQueries({ queryKey: roundsQuery.queryKey });
      await navigate(scenariosAddress({ ...unit, scenarioId: made.id }));
    },
  });
}

/** Renames a what-if, puts it aside or takes it up again. */
export function useChangeScenario(scenario: ScenarioSummary, onDone: () => void) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  return useMutation({
    mutationFn: (change: { readonly name?: string; readonly isArchived?: boolean }) =>
      apiChange<ScenarioSummary>('PATCH', `/scenarios/${scenario.id}`, {
        ...change,
        baseVersion: scenario.version,
      }),
    onSuccess: async ({ name, isArchived }) => {
      if (isArchived !== scenario.isArchived) announce(`${name} ${isArchived ? 'archived' : 'restored'}.`);
      else announce(`Renamed to ${name}.`);
      await queries.invalidateQueries({ queryKey: roundsQuery.queryKey });
      onDone();
    },
    // A conflict says what it is now: the tree shows that too, so that the next try starts from there.
    onError: () => queries.invalidateQueries({ queryKey: roundsQuery.queryKey }),
  });
}
