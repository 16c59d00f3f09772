import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { apiAddress } from './api-client';
import { overviewQuery, statusQuery, type Unit } from './queries';
import type { Overview, UnitEvent } from './types';

/** Events come in bursts, one for each organisation of a roll-up; they are answered together. */
const BURST_MILLISECONDS = 200;

/** Shows an event of the unit itself at once, before its overview has been read again. */
export function withEvent(overview: Overview | undefined, event: UnitEvent): Overview | undefined {
  if (overview === undefined || overview.organisation.id !== event.organisationId) return overview;
  if (event.state === 'up-to-date') return overview;
  return { ...overview, freshness: { ...overview.freshness, state: event.state, progress: event.progress } };
}

/**
 * Follows the projections of a scenario by server-sent events and keeps the unit's overview current:
 * progress is shown as it arrives; what other organisations publish, and what a broken connection missed,
 * is read again.
 */
export function useProjectionEvents(unit: Unit): void {
  const queries = useQueryClient();
  const { scenarioId, organisationId } = unit;
  useEffect(() => {
    const source = new EventSource(apiAddress('/projections/events', { scenarioId }));
    const overview = overviewQuery({ scenarioId, organisationId });
    const status = statusQuery({ scenarioId, organisationId });
    let timer: number | undefined;
    let isOfUnit = false;
    const refresh = () => {
      timer = undefined;
      // What moved this unit's projection may be another person's entry.
      if (isOfUnit) void queries.invalidateQueries({ queryKey: ['assumptions', scenarioId, organisationId] });
      isOfUnit = false;
      void queries.invalidateQueries({ queryKey: overview.queryKey });
      void queries.invalidateQueries({ queryKey: status.queryKey });
    };
    const refreshSoon = () => {
      timer ??= window.setTimeout(refresh, BURST_MILLISECONDS);
    };
    source.addEventListener('unit', (message: MessageEvent<string>) => {
      const event = JSON.parse(message.data) as UnitEvent;
      queries.setQueryData(overview.queryKey, (shown: Overview | undefined) => withEvent(shown, event));
      isOfUnit ||= event.organisationId === organisationId;
      refreshSoon();
    });
    let opened = false;
    source.addEventListener('open', () => {
      if (opened) refreshSoon();
      opened = true;
    });
    return () => {
      window.clearTimeout(timer);
      source.close();
    };
  }, [queries, scenarioId, organisationId]);
}
