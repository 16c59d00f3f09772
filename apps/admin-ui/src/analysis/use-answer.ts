import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiError } from '../api/api-error';
import { statusQuery, type Unit } from '../api/queries';

/** A question to the engine about each organisation of a unit, and what its answers make together. */
export interface Question<Part, Whole> {
  /** Everything that makes it another question. */
  readonly key: readonly (string | null)[];
  readonly ask: (unit: Unit, signal: AbortSignal) => Promise<Part>;
  readonly together: (parts: readonly Part[]) => Whole;
}

/** How far an answer is. */
export interface Answer<Whole> {
  readonly data: Whole | undefined;
  readonly error: Error | null;
  readonly isWorking: boolean;
  /** Organisations answered, and asked. */
  readonly done: number;
  readonly all: number;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** An organisation that has no such staff group, or nothing to compare, adds nothing to a sum. */
function addsNothing(error: unknown): boolean {
  return error instanceof ApiError && (error.kind === 'invalid' || error.kind === 'not-found');
}

/**
 * Asks a question about a unit: of an organisation once, of a sum of each of its organisations in turn. The
 * service keeps each answer, so that a question that was cancelled goes on where it stopped.
 */
export function useAnswer<Part, Whole>(
  unit: Unit,
  { isSum, isAsked, question }: { isSum: boolean; isAsked: boolean; question: Question<Part, Whole> },
): Answer<Whole> {
  const queries = useQueryClient();
  const [progress, setProgress] = useState({ done: 0, all: 1 });
  const queryKey = ['answer', unit.scenarioId, unit.organisationId, ...question.key];
  const askAll = async (signal: AbortSignal): Promise<Whole> => {
    const units = isSum ? (await queries.fetchQuery(statusQuery(unit))).units : [];
    const ids = isSum ? units.map(({ organisation }) => organisation.id) : [unit.organisationId];
    const parts: Part[] = [];
    setProgress({ done: 0, all: ids.length });
    for (const [index, organisationId] of ids.entries()) {
      const part = await question.ask({ ...unit, organisationId }, signal).catch((error: unknown) => {
        if (isSum && addsNothing(error)) return null;
        throw error;
      });
      if (part !== null) parts.push(part);
      setProgress({ done: index + 1, all: ids.length });
    }
    if (parts.length === 0) throw new ApiError(404, { detail: 'No organisation of it can answer this.' });
    return question.together(parts);
  };
  const answer = useQuery({
    queryKey,
    enabled: isAsked,
    staleTime: Infinity,
    retry: false,
    queryFn: ({ signal }) => askAll(signal),
  });
  return {
    data: answer.data,
    error: answer.error,
    isWorking: answer.isFetching,
    ...progress,
    cancel: () => void queries.cancelQueries({ queryKey }),
    again: () => void answer.refetch(),
  };
}
