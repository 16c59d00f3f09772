import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { sessionQuery, type Unit } from '../api/queries';
import { keptIn } from '../unsent/kept';
import { unsentEntryName, type KeptEntry } from '../unsent/unsent-storage';

/** Where the form of one entry is kept until it is saved or given up. */
export interface EntryStore {
  readonly read: () => KeptEntry | null;
  readonly keep: (entry: KeptEntry) => void;
  readonly forget: () => void;
}

/** The store of a form on this computer; `entryKey` is null for a new entry. */
export function useEntryStore(
  { scenarioId, organisationId }: Unit,
  register: string,
  entryKey: string | null,
): EntryStore {
  const { data: session } = useQuery(sessionQuery);
  const personId = session?.person.id ?? '';
  return useMemo(() => {
    const place = { personId, scenarioId, organisationId, register, entry: entryKey ?? 'new' };
    const kept = keptIn<KeptEntry>(window.localStorage, unsentEntryName(place));
    return {
      read: () => kept.read()[0] ?? null,
      keep: (entry) => kept.write([entry]),
      forget: () => kept.write([]),
    };
  }, [personId, scenarioId, organisationId, register, entryKey]);
}
