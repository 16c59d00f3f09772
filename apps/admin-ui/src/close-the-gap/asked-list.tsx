import { Link, useSearchParams } from 'react-router';
import { formatDayAndTime } from '../words/dates';
import type { ProposalSummary } from './proposal-types';

const STATES = {
  waiting: 'Waiting',
  running: 'Being worked out',
  done: 'Answered',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

/** Answers that are no plan or value. */
const OUTCOMES: Readonly<Record<string, string>> = {
  infeasible: 'Answered, limits contradict one another',
  unbounded: 'Answered, a most is missing',
  'not-reachable': 'Answered, out of reach',
};

/** What was asked here before, newest first. */
export function AskedList({ proposals }: { readonly proposals: readonly ProposalSummary[] }) {
  const [search] = useSearchParams();
  const addressOf = (id: string) => ({
    search: new URLSearchParams({ ...Object.fromEntries(search), proposal: id }).toString(),
  });
  return (
    <section className="wt-card" aria-labelledby="asked">
      <h2 className="nhsuk-heading-m wt-card__heading" id="asked">
        Asked before
      </h2>
      {proposals.length === 0 ? <p>Nothing has been asked here yet.</p> : null}
      <ul className="nhsuk-list">
        {proposals.map(({ id, kind, state, outcome, requestedAt, requestedBy }) => (
          <li key={id}>
            <Link to={addressOf(id)} preventScrollReset>
              {kind === 'plan' ? 'Plan' : 'One assumption'}, {formatDayAndTime(new Date(requestedAt))}
              {requestedBy === null ? '' : `, ${requestedBy}`}
            </Link>
            : {OUTCOMES[outcome ?? ''] ?? STATES[state]}
          </li>
        ))}
      </ul>
    </section>
  );
}
