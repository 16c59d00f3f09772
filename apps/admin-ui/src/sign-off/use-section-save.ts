import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { apiChange } from '../api/api-client';
import { ApiError } from '../api/api-error';
import { documentKey, sectionsQuery } from '../api/sign-off-queries';
import type { DocumentSections, Fault, Section, SectionEntry } from '../api/sign-off-types';

/** Whether what is typed is with the service. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  | { readonly kind: 'conflict'; readonly theirs: Section }
  | { readonly kind: 'failed'; readonly message: string };

/** So long after the last key, what was typed is sent. */
const PAUSE_MILLISECONDS = 700;

/** Something that is typed can't be read. */
const HELD: SaveState = { kind: 'refused', faults: [] };

function stateOf(error: unknown): SaveState {
  if (!(error instanceof ApiError)) return { kind: 'failed', message: 'The request failed.' };
  const conflicts = error.problem['conflicts'];
  if (Array.isArray(conflicts)) {
    const [conflict] = conflicts as readonly { readonly theirs: Section }[];
    if (conflict !== undefined) return { kind: 'conflict', theirs: conflict.theirs };
  }
  const faults = error.problem['errors'];
  if (Array.isArray(faults)) return { kind: 'refused', faults: faults as readonly Fault[] };
  return { kind: 'failed', message: error.message };
}

function savedState({ sections }: DocumentSections, section: string): SaveState {
  return { kind: 'saved', at: sections.find(({ key }) => key === section)?.at ?? null };
}

function saveSection(
  documentId: string,
  section: string,
  edit: { readonly baseVersion: number; readonly entries: readonly SectionEntry[] },
): Promise<DocumentSections> {
  return apiChange('PATCH', `/sign-off/${documentId}/sections`, { sections: [{ section, ...edit }] });
}

/** What pages know of a document: its sections as they were saved, and what follows from them read again. */
function useDocumentCache(documentId: string) {
  const queries = useQueryClient();
  return useMemo(
    () => ({
      keep: (saved: DocumentSections) => queries.setQueryData(sectionsQuery(documentId).queryKey, saved),
      refresh: async () => {
        for (const part of ['standing', 'checks']) {
          await queries.invalidateQueries({ queryKey: [...documentKey(documentId), part] });
        }
      },
    }),
    [documentId, queries],
  );
}

/**
 * Saves a section by itself, one request at a time, each over the version that the last one made. What was
 * typed while a request was under way goes with the next.
 */
export function useSectionSave(documentId: string, section: Section) {
  const cache = useDocumentCache(documentId);
  const [state, setState] = useState<SaveState>({ kind: 'saved', at: section.at });
  const version = useRef(section.version);
  const pending = useRef<readonly SectionEntry[] | null>(null);
  const flags = useRef({ isBusy: false, isHeld: false });
  const timer = useRef<number | undefined>(undefined);

  const send = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (flags.current.isBusy || pending.current === null) return;
    flags.current.isBusy = true;
    while (pending.current !== null) {
      const entries: readonly SectionEntry[] = pending.current;
      pending.current = null;
      setState({ kind: 'saving' });
      try {
        const saved = await saveSection(documentId, section.key, { baseVersion: version.current, entries });
        version.current += 1;
        cache.keep(saved);
        if (pending.current === null) setState(flags.current.isHeld ? HELD : savedState(saved, section.key));
      } catch (error) {
        const refused = stateOf(error);
        // What did not arrive waits to be sent again, unless more was typed meanwhile.
        if (refused.kind === 'failed') pending.current ??= entries;
        setState(refused);
        break;
      }
    }
    flags.current.isBusy = false;
    await cache.refresh();
  }, [documentId, cache, section.key]);

  useEffect(() => () => void send(), [send]);

  /** Takes what is typed; it is sent after a pause. */
  const change = useCallback(
    (entries: readonly SectionEntry[]) => {
      flags.current.isHeld = false;
      pending.current = entries;
      setState({ kind: 'waiting' });
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void send(), PAUSE_MILLISECONDS);
    },
    [send],
  );
  /** Says that what is typed now can't be sent; what was typed before it still is. */
  const hold = useCallback(() => {
    flags.current.isHeld = true;
    setState(HELD);
  }, []);
  /** Saves over a version that someone else made. */
  const overwrite = useCallback(
    (theirs: Section, entries: readonly SectionEntry[]) => {
      version.current = theirs.version;
      pending.current = entries;
      void send();
    },
    [send],
  );
  /** Goes on from a version that someone else made. */
  const adopt = useCallback((theirs: Section) => {
    version.current = theirs.version;
    pending.current = null;
    setState({ kind: 'saved', at: theirs.at });
  }, []);
  return { state, change, hold, overwrite, adopt, flush: send };
}
