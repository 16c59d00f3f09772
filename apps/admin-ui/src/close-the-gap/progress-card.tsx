import { useChange } from '../forms/use-change';
import type { ProposalDetail } from './proposal-types';

const PLAN_STAGES = [
  { until: 0.6, words: 'Finding the plan' },
  { until: 0.85, words: 'Drawing cost against shortfall' },
  { until: 0.93, words: 'Holding it against other futures' },
  { until: 2, words: 'Checking it over possible futures' },
] as const;

function stageOf({ state, progress, kind }: ProposalDetail): string {
  if (state === 'waiting') return 'Waiting for a worker';
  if (kind === 'goal') return 'Finding the value';
  return PLAN_STAGES.find(({ until }) => progress < until)?.words ?? '';
}

const ENDED = {
  cancelled: {
    title: 'Cancelled',
    says: () => 'It was cancelled before there was an answer. Nothing was changed.',
  },
  failed: {
    title: 'It failed',
    says: (error: string | null) =>
      `There is no answer: ${error ?? 'no reason is known'}. Nothing was changed. Ask again; if it fails again, tell your administrator.`,
  },
} as const;

interface ProgressCardProps {
  readonly proposal: ProposalDetail;
  readonly canEdit: boolean;
}

/** How far a question is, with a way to end it; or why there is no answer. */
export function ProgressCard({ proposal, canEdit }: ProgressCardProps) {
  const cancel = useChange<ProposalDetail>(['proposals']);
  const { id, state, progress, error } = proposal;
  if (state === 'failed' || state === 'cancelled') {
    const { title, says } = ENDED[state];
    return (
      <section className="wt-card" aria-labelledby="no-answer">
        <h2 className="nhsuk-heading-m wt-card__heading" id="no-answer">
          {title}
        </h2>
        <p>{says(error)}</p>
      </section>
    );
  }
  const share = Math.round(100 * progress);
  return (
    <section className="wt-card" aria-label="Progress" aria-busy="true">
      <p>
        {stageOf(proposal)}: {share}% of the work
      </p>
      <progress aria-label="Progress of the plan" max={100} value={share} />
      {canEdit ? (
        <p>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
            disabled={cancel.isPending}
            onClick={() =>
              cancel.mutate({ method: 'POST', path: `/proposals/${id}/cancellation`, done: 'Cancelled.' })
            }
          >
            Cancel
          </button>
        </p>
      ) : null}
      {cancel.isError ? (
        <p className="wt-error-text" role="alert">
          {cancel.error.message}
        </p>
      ) : null}
    </section>
  );
}
