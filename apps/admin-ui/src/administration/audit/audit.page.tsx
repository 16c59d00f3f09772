import { useInfiniteQuery } from '@tanstack/react-query';
import { auditQuery } from '../../api/administration-queries';
import type { AuditEntry } from '../../api/administration-types';
import { apiAddress } from '../../api/api-client';
import { SelectFilter } from '../../listings/select-filter';
import { DayFilter, TextFilter } from '../../listings/filters';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { everyOrganisation, useLatestTree } from '../../organisations/use-latest-tree';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { Tag } from '../../states/tag';
import { formatQuantity } from '../../words/numbers';
import { sentenceCase } from '../../words/states';
import { useMayNationally } from '../../session/use-may';
import { VerificationCard } from './verification-card';

const FILTERS = ['actor', 'action', 'organisationId', 'from', 'to', 'entityId'] as const;

const MOMENT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZone: 'Europe/London',
});

/** `grant.given` as `Grant: given`. */
function actionText(action: string): string {
  const [thing = '', done = ''] = action.split('.');
  return done === '' ? sentenceCase(thing) : `${sentenceCase(thing)}: ${done.replaceAll('-', ' ')}`;
}

function Detail({ entry }: { readonly entry: AuditEntry }) {
  if (entry.detail === '{}') return null;
  return (
    <details className="wt-detail">
      <summary>
        Detail<span className="nhsuk-u-visually-hidden"> of entry {entry.seq}</span>
      </summary>
      <code className="wt-code">{entry.detail}</code>
    </details>
  );
}

const COLUMNS: readonly ListingColumn<AuditEntry>[] = [
  { heading: 'When', kind: 'short', cell: ({ at }) => MOMENT.format(new Date(at)), value: ({ at }) => at },
  {
    heading: 'Who',
    kind: 'words',
    cell: ({ actor, actorName }) => actorName ?? actor,
    value: ({ actor, actorName }) => actorName ?? actor,
  },
  { heading: 'What', kind: 'words', cell: ({ action }) => actionText(action), value: ({ action }) => action },
  {
    heading: 'Where',
    kind: 'wide',
    cell: ({ organisation }) => (organisation === null ? '' : `${organisation.name} (${organisation.code})`),
    value: ({ organisation }) => (organisation === null ? '' : `${organisation.name} (${organisation.code})`),
  },
  {
    heading: 'Detail',
    kind: 'wide',
    cell: (entry) => <Detail entry={entry} />,
    value: ({ detail }) => detail,
  },
  {
    heading: 'Chain',
    kind: 'short',
    cell: ({ isSealed }) => (
      <Tag
        word={isSealed ? { text: 'Sealed', colour: 'green' } : { text: 'Not yet sealed', colour: 'grey' }}
      />
    ),
    value: ({ isSealed }) => (isSealed ? 'yes' : 'not yet'),
  },
];

type AuditFilter = Readonly<Record<string, string>>;

function Filters() {
  const { get, set } = useAddress();
  const tree = useLatestTree();
  return (
    <div className="wt-toolbar">
      <TextFilter label="Who" value={get('actor')} onChange={(actor) => set({ actor })} />
      <TextFilter label="What (begins with)" value={get('action')} onChange={(action) => set({ action })} />
      <SelectFilter
        label="Where"
        value={get('organisationId')}
        onChange={(organisationId) => set({ organisationId })}
        groups={everyOrganisation(tree)}
      />
      <DayFilter label="From" value={get('from')} onChange={(from) => set({ from })} />
      <DayFilter label="To" value={get('to')} onChange={(to) => set({ to })} />
    </div>
  );
}

function Entries({ filter }: { readonly filter: AuditFilter }) {
  const pages = useInfiniteQuery(auditQuery(filter));
  if (pages.isPending) return <Loading what="the entries" rows={8} />;
  if (pages.isError) {
    return <Failure error={pages.error} what="the audit trail" onRetry={() => void pages.refetch()} />;
  }
  const entries = pages.data.pages.flatMap((page) => page.entries);
  return (
    <>
      <Listing
        title="Audit trail, as shown"
        isTitled
        columns={COLUMNS}
        rows={entries}
        rowKey={({ seq }) => String(seq)}
        empty="No entry fits this."
      />
      <p className="wt-attention__actions">
        {pages.hasNextPage ? (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
            disabled={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            Show older entries
          </button>
        ) : (
          <span className="wt-secondary">
            {formatQuantity(entries.length, 'entry', 'entries')}, all that fit.
          </span>
        )}
        <a className="wt-link-button" href={apiAddress('/audit/csv', filter)} download>
          Save every entry that fits as CSV
        </a>
      </p>
    </>
  );
}

/** Who did what, found by person, action, place and day; and whether anything of it was altered. */
export function AuditPage() {
  const { get } = useAddress();
  const isNational = useMayNationally('audit:read');
  const filter = Object.fromEntries(
    FILTERS.map((name) => [name, get(name).trim()]).filter(([, value]) => value !== ''),
  ) as AuditFilter;
  return (
    <>
      <PageTitle parts={['Audit trail', 'Administration']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Audit trail</h1>
      <p className="wt-secondary">
        Every change, written with it, and chained by hash within a second.
        {isNational ? '' : ' You see what is about your own organisations.'}
      </p>
      {isNational ? <VerificationCard /> : null}
      <section className="wt-card">
        <Filters />
        <Entries filter={filter} />
      </section>
    </>
  );
}
