import { queryOptions } from '@tanstack/react-query';
import { apiChange } from '../api/api-client';
import type { CellAddress, Unit } from '../api/queries';

/** A register entry that is open for change. */
export interface EntryAddress {
  readonly register: string;
  readonly entryKey: string;
}

/** Where on a projection someone is: in an assumption, in a register entry, or in neither. */
export interface Place {
  readonly cell: CellAddress | null;
  readonly entry: EntryAddress | null;
}

export const NOWHERE: Place = { cell: null, entry: null };

/** Someone else who has a page of the same projection open. */
export interface OtherVisit extends Place {
  readonly person: { readonly id: string; readonly name: string };
  readonly visitId: string;
}

/** How often a page tells that it is open; the server forgets it after four times as long. */
const TELL_MILLISECONDS = 5_000;
/** A page that nobody touches for this long is not someone's presence, nor does it keep their session alive. */
const IDLE_MILLISECONDS = 300_000;

interface OpenPage {
  visitId: string | null;
  place: Place;
  touchedAt: number;
}

const page: OpenPage = { visitId: null, place: NOWHERE, touchedAt: Date.now() };

for (const event of ['pointerdown', 'pointermove', 'keydown', 'focus', 'wheel']) {
  window.addEventListener(event, () => (page.touchedAt = Date.now()), { capture: true, passive: true });
}

/** Notes where the person is; told with the next look. */
export function standIn(place: Place): void {
  page.place = place;
}

/** Tells the server that this page is open and reads who else is there; nobody while the page rests. */
export const presenceQuery = (unit: Unit) =>
  queryOptions({
    queryKey: ['presence', unit.scenarioId, unit.organisationId],
    refetchInterval: TELL_MILLISECONDS,
    staleTime: 0,
    gcTime: 0,
    retry: false,
    queryFn: async (): Promise<readonly OtherVisit[]> => {
      if (Date.now() - page.touchedAt > IDLE_MILLISECONDS) return [];
      page.visitId ??= crypto.randomUUID();
      const { visitId, place } = page;
      const visit = { ...unit, visitId, ...place };
      return (await apiChange<{ others: OtherVisit[] }>('POST', '/presence', visit)).others;
    },
  });
