import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { attentionQuery } from '../api/attention-queries';
import { organisationsQuery, roundsQuery, sessionQuery, type Unit } from '../api/queries';
import { assumptionsAddress, moduleAddress } from '../plan/addresses';
import { findPlanContext } from '../plan/plan-context';
import { Failure } from '../states/failure';
import { Loading } from '../states/loading';
import { Tag } from '../states/tag';
import { formatQuantity } from '../words/numbers';
import { AttentionList } from './attention-list';
import {
  unsentOf,
  unsentRegisterEntriesOf,
  type UnsentEntries,
  type UnsentRegisterEntry,
} from '../unsent/unsent-entries';

/** Changes of hands and of the hour are noticed within this time. */
const REFRESH_MILLISECONDS = 30_000;

/** Something that waits on this computer, and where. */
function NotSaved({ unit, children }: { readonly unit: Unit; readonly children: ReactNode }) {
  const { data: rounds = [] } = useQuery(roundsQuery);
  const context = findPlanContext(rounds, unit.scenarioId, []);
  const { data: nodes = [] } = useQuery(organisationsQuery(context?.round.id ?? ''));
  const name = nodes.find(({ id }) => id === unit.organisationId)?.name ?? 'Assumptions';
  return (
    <li className="wt-attention-item">
      <Tag word={{ text: 'Not saved', colour: 'orange' }} />
      <div>
        <strong className="wt-attention-item__place">
          {name}
          {context === null ? null : `, ${context.scenario.name}`}
        </strong>
        {children}
      </div>
    </li>
  );
}

/** Cells that wait on this computer, and the way to them. */
function Unsent({ unit, count, obstacles }: UnsentEntries) {
  return (
    <NotSaved unit={unit}>
      <span>
        {formatQuantity(count, 'change')} kept on this computer {count === 1 ? 'is' : 'are'} not saved yet
        {obstacles.length === 0 ? '' : `: ${obstacles.join(', ')}`}.
      </span>{' '}
      <Link to={assumptionsAddress(unit)}>Open the assumptions to send {count === 1 ? 'it' : 'them'}</Link>
    </NotSaved>
  );
}

/** A register entry that waits on this computer, and the way to its form. */
function UnsentEntry({ unit, module, form }: UnsentRegisterEntry) {
  const search = new URLSearchParams({ [form.name]: form.value });
  return (
    <NotSaved unit={unit}>
      <span>A register entry kept on this computer is not saved yet.</span>{' '}
      <Link to={`${moduleAddress(unit, module)}?${search.toString()}`}>Open the entry to send it</Link>
    </NotSaved>
  );
}

/** What waits on this computer: known without the service, and most needed when it can't be reached. */
function KeptHere({ unsent, entries }: Kept) {
  return (
    <ul className="wt-attention-list">
      {unsent.map((each) => (
        <Unsent key={`${each.unit.scenarioId} ${each.unit.organisationId}`} {...each} />
      ))}
      {entries.map((each) => (
        <UnsentEntry {...each} key={each.key} />
      ))}
    </ul>
  );
}

interface Kept {
  readonly unsent: readonly UnsentEntries[];
  readonly entries: readonly UnsentRegisterEntry[];
}

/** What the service knows of. @param isAlone nothing else stands under the heading */
function ServiceNeeds({ isAlone }: { readonly isAlone: boolean }) {
  const attention = useQuery({ ...attentionQuery, refetchInterval: REFRESH_MILLISECONDS });
  if (attention.isPending) return <Loading what="what needs you" rows={2} />;
  if (attention.data === undefined) {
    return <Failure error={attention.error} what="what needs you" onRetry={() => void attention.refetch()} />;
  }
  if (attention.data.length > 0) return <AttentionList items={attention.data} />;
  return isAlone ? (
    <p>Nothing. No errors, no missing reasons, no failed recalculation, nothing unread.</p>
  ) : null;
}

function Needs() {
  const { data: session } = useQuery(sessionQuery);
  const unsent = session ? unsentOf(window.localStorage, session.person.id) : [];
  const entries = session ? unsentRegisterEntriesOf(window.localStorage, session.person.id) : [];
  const isAlone = unsent.length + entries.length === 0;
  return (
    <>
      {isAlone ? null : <KeptHere unsent={unsent} entries={entries} />}
      <ServiceNeeds isAlone={isAlone} />
    </>
  );
}

/** What needs the person: where there are errors, reasons missing, failures, deadlines, and reports to read. */
export function AttentionCard() {
  return (
    <section className="wt-card" aria-labelledby="what-needs-you">
      <h2 className="nhsuk-heading-m wt-card__heading" id="what-needs-you">
        What needs you
      </h2>
      <Needs />
    </section>
  );
}
