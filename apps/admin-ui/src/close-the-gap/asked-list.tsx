import { Link } from 'react-router';
import { formatDayAndTime } from '../words/dates';
import type { ProposalSummary } from './proposal-types';

const STATES = {
  waiting: 'Waiting',
  running: 'Being worked out',
  done: 'Answered',
  failed: 'Failed',
  cancelled: 'Cancelled',
} as const;

/** What was asked here before, newest first. */
export function AskedList({ proposals }: { readonly proposals: readonly ProposalSummary[] }) {
  return (
    <section className="wt-card" aria-labelledby="asked">
      <h2 className="nhsuk-heading-m wt-card__heading" id="asked">
        Asked before
      </h2>
      {proposals.length === 0 ? <p>Nothing has been asked here yet.</p> : null}
      <ul className="nhsuk-list">
        {proposals.map(({ id, kind, state, requestedAt, requestedBy }) => (
          <li key={id}>
            <Link to={{ search: `?proposal=${id}` }} preventScrollReset>
              {kind === 'plan' ? 'Plan' : 'One assumption'}, {formatDayAndTime(new Date(requestedAt))}
              {requestedBy === null ? '' : `, ${requestedBy}`}
            </Link>
            : {STATES[state]}
          </li>
        ))}
      </ul>
    </section>
  );
}
