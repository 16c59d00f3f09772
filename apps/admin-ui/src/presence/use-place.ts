import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Unit } from '../api/queries';
import { NOWHERE, presenceQuery, standIn, type Place } from './presence-query';

/** A place is told once the person has rested in it this long. */
const REST_MILLISECONDS = 500;

/** Tells others where the person is, until they leave the page. */
export function usePlace({ scenarioId, organisationId }: Unit, place: Place): void {
  const queries = useQueryClient();
  // Places are made anew with every drawing; their words are not.
  const words = JSON.stringify(place);
  useEffect(() => {
    const { queryKey } = presenceQuery({ scenarioId, organisationId });
    standIn(JSON.parse(words) as Place);
    const timer = window.setTimeout(() => void queries.invalidateQueries({ queryKey }), REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [queries, scenarioId, organisationId, words]);
  useEffect(() => () => standIn(NOWHERE), []);
}
