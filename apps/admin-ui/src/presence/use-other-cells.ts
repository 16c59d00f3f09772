import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { cellKey, type CellAddress, type Unit } from '../api/queries';
import { presenceQuery } from './presence-query';
import { usePlace } from './use-place';

/** Tells others which cell the person is in, and gives the names of those in other cells by `cellKey`. */
export function useOtherCells(unit: Unit, cell: CellAddress | null): ReadonlyMap<string, string> {
  usePlace(unit, { cell, entry: null });
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
