import { queryOptions } from '@tanstack/react-query';
import { apiGet } from './api-client';
import type { Unit } from './queries';
import type { FourLinesYear, WorkforceReturn } from './return-types';

/** The four lines of a unit in a financial year. */
export const fourLinesQuery = ({ scenarioId, organisationId }: Unit, year: number) =>
  queryOptions({
    queryKey: ['four-lines', scenarioId, organisationId, year],
    queryFn: ({ signal }) =>
      apiGet<FourLinesYear>('/four-lines', { scenarioId, organisationId, year }, signal),
  });

/** The workforce return of a unit. */
export const workforceReturnQuery = ({ scenarioId, organisationId }: Unit) =>
  queryOptions({
    queryKey: ['workforce-return', scenarioId, organisationId],
    queryFn: ({ signal }) =>
      apiGet<WorkforceReturn>('/workforce-return', { scenarioId, organisationId }, signal),
  });
