import { queryOptions } from '@tanstack/react-query';
import type { CrossChecksAnswer, NationalPictureAnswer } from '#views/lists';
import { apiGet } from '../api/api-client';

/** A line of England by year, with every plan behind it. */
export const nationalPictureQuery = (scenarioId: string, line: string) =>
  queryOptions({
    queryKey: ['national-picture', scenarioId, line],
    queryFn: ({ signal }) => apiGet<NationalPictureAnswer>('/national/picture', { scenarioId, line }, signal),
  });

/** Where plans together exceed what exists. */
export const crossChecksQuery = (scenarioId: string) =>
  queryOptions({
    queryKey: ['national-cross-checks', scenarioId],
    queryFn: ({ signal }) => apiGet<CrossChecksAnswer>('/national/cross-checks', { scenarioId }, signal),
  });
