import { useInfiniteQuery } from '@tanstack/react-query';
import { actionText, AUDIT_COLUMNS, type AuditEntry } from '#views/lists';
import { auditQuery } from '../../api/administration-queries';
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
  { ...AUDIT_COLUMNS.when, kind: 'short', cell: ({ at }) => MOMENT.format(new Date(at)) },
  { ...AUDIT_COLUMNS.who, kind: 'words', cell: AUDIT_COLUMNS.who.value },
  { ...AUDIT_COLUMNS.what, kind: 'words', cell: ({ action }) => actionText(action) },
  { ...AUDIT_COLUMNS.where, kind: 'wide', cell: AUDIT_COLUMNS.where.value },
  { ...AUDIT_COLUMNS.detail, kind: 'wide', cell: (entry) => <Detail entry={entry} /> },
  {
    ...AUDIT_COLUMNS.chain,
    kind: 'short',
    cell: ({ isSealed }) => (
      <Tag
        word={isSealed ? { text: 'Sealed', colour: 'green' } : { text: 'Not yet sealed', colour: 'grey' }}
      />
    ),
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
        title="Audit trail"
        isTitled
        table="audit"
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
          Save every entry that fits as CSV, however many
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
