import { queryOptions } from '@tanstack/react-query';
import { apiGet } from '../api/api-client';
import type { Unit } from '../api/queries';
import type { PlanOffer, ProposalDetail, ProposalSummary } from './proposal-types';

const POLL_MILLISECONDS = 700;

const isOnItsWay = (state: string | undefined): boolean => state === 'waiting' || state === 'running';

/** What can be asked of the optimiser. */
export const offerQuery = (unit: Unit) =>
  queryOptions({
    queryKey: ['proposals', 'offer', unit.scenarioId, unit.organisationId],
    queryFn: ({ signal }) => apiGet<PlanOffer>('/proposals/offer', { ...unit }, signal),
    staleTime: Infinity,
  });

/** What was asked here, newest first; read again while something is on its way. */
export const proposalsQuery = (unit: Unit) =>
  queryOptions({
    queryKey: ['proposals', 'list', unit.scenarioId, unit.organisationId],
    queryFn: ({ signal }) =>
      apiGet<{ readonly proposals: readonly ProposalSummary[]; readonly canEdit: boolean }>(
        '/proposals',
        { ...unit },
        signal,
      ),
    refetchInterval: ({ state: { data } }) =>
      data?.proposals.some(({ state }) => isOnItsWay(state)) === true ? POLL_MILLISECONDS : false,
  });

/** One question, read again while it is on its way. */
export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: ['proposals', 'one', id],
    queryFn: ({ signal }) => apiGet<ProposalDetail>(`/proposals/${id}`, {}, signal),
    refetchInterval: ({ state }) => (isOnItsWay(state.data?.state) ? POLL_MILLISECONDS : false),
  });
