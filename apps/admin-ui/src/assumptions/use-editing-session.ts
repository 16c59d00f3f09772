import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { apiChange } from '../api/api-client';
import { overviewQuery, sessionQuery, statusQuery, type Unit } from '../api/queries';
import type { AssumptionPatchResult, GridSet } from '../api/types';
import { beforeSignOut } from '../session/before-sign-out';
import { EditingSession, type EditingState } from './grid/editing-session';
import { keptIn } from '../unsent/kept';
import { unsentName } from '../unsent/unsent-storage';

/** One session for each person and unit edited, kept while the person looks at other pages. */
const sessions = new Map<string, EditingSession>();

function createSession(unit: Unit, key: string, queries: QueryClient): EditingSession {
  return new EditingSession(unit, {
    kept: keptIn(window.localStorage, unsentName(key)),
    send: (patch) => apiChange<AssumptionPatchResult>('PATCH', '/assumptions', patch),
    onSaved: () => {
      void queries.invalidateQueries({ queryKey: ['assumptions', unit.scenarioId] });
      void queries.invalidateQueries({ queryKey: ['assumption-history', unit.scenarioId] });
      void queries.invalidateQueries({ queryKey: overviewQuery(unit).queryKey });
      void queries.invalidateQueries({ queryKey: statusQuery(unit).queryKey });
    },
    onSignedOut: () => queries.setQueryData(sessionQuery.queryKey, null),
  });
}

function sessionOf(unit: Unit, queries: QueryClient): EditingSession {
  const person = queries.getQueryData(sessionQuery.queryKey)?.person.id ?? '';
  const key = `${person}|${unit.scenarioId}|${unit.organisationId}`;
  const session = sessions.get(key) ?? createSession(unit, key, queries);
  sessions.set(key, session);
  return session;
}

beforeSignOut(async () => {
  await Promise.allSettled([...sessions.values()].map((session) => session.flush()));
  sessions.clear();
  window.sessionStorage.clear();
});

function useSavingBeforeLeaving(session: EditingSession): void {
  useEffect(() => {
    const flush = () => void session.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (!session.hasUnsaved()) return;
      flush();
      event.preventDefault();
    };
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    flush();
    window.addEventListener('beforeunload', warn);
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', flushWhenHidden);
    return () => {
      flush();
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flushWhenHidden);
    };
  }, [session]);
}

/** The unit's editing session and its state; what the server tells of the grid goes into it. */
export function useEditingSession(
  unit: Unit,
  set: GridSet | undefined,
): { readonly session: EditingSession; readonly state: EditingState } {
  const queries = useQueryClient();
  const session = sessionOf(unit, queries);
  const state = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => {
    if (set !== undefined) session.receive(set);
  }, [session, set]);
  useSavingBeforeLeaving(session);
  return { session, state };
}
