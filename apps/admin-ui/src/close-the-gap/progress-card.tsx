import { useChange } from '../forms/use-change';
import type { ProposalDetail } from './proposal-types';

const STAGES = [
  { until: 0.6, words: 'Finding the plan' },
  { until: 0.85, words: 'Drawing cost against shortfall' },
  { until: 2, words: 'Holding it against futures' },
] as const;

/** How far a question is, with a way to end it; or why there is no answer. */
export function ProgressCard({
  proposal,
  canEdit,
}: {
  readonly proposal: ProposalDetail;
  readonly canEdit: boolean;
}) {
  const cancel = useChange<ProposalDetail>(['proposals']);
  const { id, state, progress, error } = proposal;
  if (state === 'failed' || state === 'cancelled') {
    return (
      <section className="wt-card" aria-label="No answer">
        <p>{state === 'cancelled' ? 'It was cancelled.' : `It failed: ${error ?? 'no reason is known'}`}</p>
      </section>
    );
  }
  const share = Math.round(100 * progress);
  const words =
    state === 'waiting'
      ? 'Waiting for a worker'
      : (STAGES.find(({ until }) => progress < until)?.words ?? '');
  return (
    <section className="wt-card" aria-label="Progress" aria-busy="true">
      <p>
        {words}: {share}% of the work
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
    </section>
  );
}
