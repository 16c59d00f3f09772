import { queryOptions } from '@tanstack/react-query';
import type { AccuracyEvidence } from '#modules/backtest';
import { apiGet } from '../api/api-client';

export type { AccuracyEvidence };
export type Accuracy = NonNullable<AccuracyEvidence['organisations']['overall']>;
export type LabelledAccuracy = AccuracyEvidence['organisations']['byStaffGroup'][number];

/** How far off projections of published history were. */
export const accuracyQuery = queryOptions({
  queryKey: ['accuracy'],
  staleTime: Infinity,
  queryFn: ({ signal }) => apiGet<AccuracyEvidence>('/accuracy', {}, signal),
});
