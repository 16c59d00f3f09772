import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { FigureSourceProvider, type FigureSource } from '../plan/figure-source';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { formatDayAndTime } from '../words/dates';
import { GoalAnswer } from './goal-answer';
import { PlanAnswer } from './plan-answer';
import { ProgressCard } from './progress-card';
import { proposalQuery } from './proposal-queries';
import type { AskedPlan, ProposalDetail } from './proposal-types';

interface AnswerProps {
  readonly id: string;
  /** Whether it was asked just now: whoever asked is led to it, as the form stands far below. */
  readonly isAsked: boolean;
  readonly canEdit: boolean;
  /** Of the page's organisation and scenario; null where there are no figures. */
  readonly source: FigureSource | null;
  /** Fills the form with what was asked. */
  readonly onRevise: (request: AskedPlan) => void;
}

/** Pictures and tables taken out of an answer say which proposal they are of. */
function sourceOf(source: FigureSource | null, { id, requestedAt }: ProposalDetail): FigureSource | null {
  if (source === null) return null;
  const { organisation, scenario } = source;
  const when = formatDayAndTime(new Date(requestedAt));
  const statement = `Source: Wholetime optimiser for ${organisation.name} (${organisation.code}), ${scenario}, asked ${when}.\nProposal ${id}.`;
  return { ...source, statement };
}

function Answered({ proposal, canEdit }: { readonly proposal: ProposalDetail; readonly canEdit: boolean }) {
  const { content } = proposal;
  if (content === null) return <ProgressCard proposal={proposal} canEdit={canEdit} />;
  return content.kind === 'plan' ? (
    <PlanAnswer proposal={proposal} plan={content} canEdit={canEdit} />
  ) : (
    <GoalAnswer proposal={proposal} goal={content} canEdit={canEdit} />
  );
}

/** The answer to a question, or how far it is, or why there is none. */
export function Answer({ id, isAsked, canEdit, source, onRevise }: AnswerProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isAsked) place.current?.focus();
  }, [isAsked]);
  const { data: proposal, isPending, error, refetch } = useQuery(proposalQuery(id));
  const stated = useMemo(
    () => (proposal === undefined ? null : sourceOf(source, proposal)),
    [source, proposal],
  );
  const request = proposal?.request;
  return (
    <div ref={place} tabIndex={-1} role="group" aria-label="Answer">
      {isPending ? <Loading what="the proposal" rows={4} /> : null}
      {proposal === undefined && !isPending ? (
        <Failure error={error} what="this proposal" onRetry={() => void refetch()} />
      ) : null}
      {proposal === undefined ? null : (
        <FigureSourceProvider value={stated}>
          <Answered proposal={proposal} canEdit={canEdit} />
        </FigureSourceProvider>
      )}
      {canEdit && request?.kind === 'plan' ? (
        <p>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
            onClick={() => onRevise(request)}
          >
            Change what was asked
          </button>
        </p>
      ) : null}
    </div>
  );
}
