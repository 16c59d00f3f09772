import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { cellKey, type CellAddress, type Unit } from '../api/queries';
import { presenceQuery, standIn } from './presence-query';

/** A cell is told once the selection has rested in it this long. */
const REST_MILLISECONDS = 500;

/** Tells others which cell the person is in, and gives the names of those in other cells by `cellKey`. */
export function useOtherCells(unit: Unit, cell: CellAddress | null): ReadonlyMap<string, string> {
  const queries = useQueryClient();
  const { scenarioId, organisationId } = unit;
  const { parameter = null, staffGroup = null, year = null } = cell ?? {};
  useEffect(() => {
    const { queryKey } = presenceQuery({ scenarioId, organisationId });
    const isSomewhere = parameter !== null && staffGroup !== null && year !== null;
    standIn(isSomewhere ? { parameter, staffGroup, year } : null);
    const timer = window.setTimeout(() => void queries.invalidateQueries({ queryKey }), REST_MILLISECONDS);
    return () => window.clearTimeout(timer);
  }, [queries, scenarioId, organisationId, parameter, staffGroup, year]);
  useEffect(() => () => standIn(null), []);
  const { data } = useQuery(presenceQuery(unit));
  return useMemo(() => {
    const names = new Map<string, string>();
    for (const { cell: theirs, person } of data ?? []) {
      if (theirs === null) continue;
      const before = names.get(cellKey(theirs));
      names.set(cellKey(theirs), before === undefined ? person.name : `${before}, ${person.name}`);
    }
    return names;
  }, [data]);
}
