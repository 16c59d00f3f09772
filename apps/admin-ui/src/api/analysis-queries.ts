import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { apiGet } from './api-client';
import type {
  ChangeAttribution,
  EarlierFigures,
  ExplainedNumber,
  NumberQuestion,
  PublishedReport,
  Ranges,
  RegisterDefinition,
  RegisterListing,
  Tornado,
} from './analysis-types';
import type { Unit } from './queries';

/**
 * A module's report of what is published for a unit. Another result is another report; the last one stays
 * until the new one is there.
 */
export const reportQuery = (unit: Unit, module: string, resultId: string) =>
  queryOptions({
    queryKey: ['report', unit.scenarioId, unit.organisationId, module, resultId],
    staleTime: Infinity,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => apiGet<PublishedReport>('/projections/report', { ...unit, module }, signal),
  });

/** How one number of what is published for a unit came about. */
export const explanationQuery = (unit: Unit, question: NumberQuestion, resultId: string) =>
  queryOptions({
    queryKey: ['explanation', unit.scenarioId, unit.organisationId, resultId, { ...question }],
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      apiGet<ExplainedNumber>('/projections/explanation', { ...unit, ...question }, signal),
  });

const DRAWING_MILLISECONDS = 2_000;
/** Draws begin once the sum above is there; until then there are none to wait for. */
const NONE_MILLISECONDS = 15_000;

/** The likely range of staff in post of one group; asked again until it is drawn. */
export const rangesQuery = (unit: Unit, staffGroup: string, resultId: string) =>
  queryOptions({
    queryKey: ['ranges', unit.scenarioId, unit.organisationId, staffGroup, resultId],
    queryFn: ({ signal }) =>
      apiGet<Ranges>('/projections/ranges', { ...unit, staffGroup, measure: 'fte' }, signal),
    refetchInterval: ({ state }) => {
      if (state.data?.state === 'drawing') return DRAWING_MILLISECONDS;
      return state.data?.state === 'none' ? NONE_MILLISECONDS : false;
    },
  });

/** Every register with its fields and their rules. */
export const registersQuery = queryOptions({
  queryKey: ['registers'],
  staleTime: Infinity,
  queryFn: async ({ signal }) =>
    (await apiGet<{ registers: RegisterDefinition[] }>('/registers', {}, signal)).registers,
});

/** The entries of a register in force at a unit. */
export const registerEntriesQuery = (unit: Unit, register: string) =>
  queryOptions({
    queryKey: ['register-entries', unit.scenarioId, unit.organisationId, register],
    queryFn: ({ signal }) => apiGet<RegisterListing>('/register-entries', { ...unit, register }, signal),
  });

/** The figures that were shown before the last changes; null where none are kept. */
export const earlierQuery = (unit: Unit, resultId: string) =>
  queryOptions({
    queryKey: ['earlier-figures', unit.scenarioId, unit.organisationId, resultId],
    queryFn: async ({ signal }) =>
      (await apiGet<{ earlier: EarlierFigures | null }>('/projections/earlier', { ...unit }, signal)).earlier,
  });

/** Which assumptions matter most for a figure of an organisation; works for seconds. */
export function fetchTornado(unit: Unit, question: NumberQuestion, signal: AbortSignal): Promise<Tornado> {
  const query = { ...unit, ...question, kind: 'tornado' };
  return apiGet<{ answer: Tornado }>('/projections/sensitivity', query, signal).then(({ answer }) => answer);
}

/**
 * What changed a figure of an organisation; works for seconds.
 *
 * @param baseScenarioId the scenario compared with; null for what was shown before the last changes
 */
export function fetchAttribution(
  unit: Unit,
  question: NumberQuestion,
  baseScenarioId: string | null,
  signal: AbortSignal,
): Promise<ChangeAttribution> {
  const base = baseScenarioId === null ? {} : { baseScenarioId };
  const query = { ...unit, ...question, ...base };
  return apiGet<{ answer: ChangeAttribution }>('/projections/attribution', query, signal).then(
    ({ answer }) => answer,
  );
}
