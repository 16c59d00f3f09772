import { useQuery } from '@tanstack/react-query';
import { namedWithCode, SNAPSHOT_COLUMNS, snapshotsFound, type BaselineSnapshot } from '#views/lists';
import { snapshotsQuery } from '../../api/data-queries';
import { TextFilter } from '../../listings/filters';
import { Listing, type ListingColumn } from '../../listings/listing';
import { useAddress } from '../../listings/use-address';
import { PageTitle } from '../../shell/page-title';
import { Failure } from '../../states/failure';
import { Loading } from '../../states/loading';
import { formatMoment } from '../../words/dates';
import { formatCount, formatQuantity } from '../../words/numbers';
import { dayText, sentence, shortHash } from '../day-words';

function columnsOf(onOpen: (id: string) => void): readonly ListingColumn<BaselineSnapshot>[] {
  return [
    { ...SNAPSHOT_COLUMNS.organisation, kind: 'wide', cell: SNAPSHOT_COLUMNS.organisation.value },
    { ...SNAPSHOT_COLUMNS.asAt, kind: 'short', cell: ({ asAt }) => dayText(asAt) },
    { ...SNAPSHOT_COLUMNS.wte, kind: 'number', cell: ({ fte }) => formatCount(fte) },
    { ...SNAPSHOT_COLUMNS.headcount, kind: 'number', cell: ({ headcount }) => formatCount(headcount) },
    { ...SNAPSHOT_COLUMNS.covers, kind: 'wide', cell: ({ source }) => sentence(source) },
    { ...SNAPSHOT_COLUMNS.frozen, kind: 'short', cell: ({ frozenAt }) => formatMoment(frozenAt) },
    {
      ...SNAPSHOT_COLUMNS.hash,
      kind: 'short',
      cell: ({ id, sha256 }) => (
        <button type="button" className="wt-link-button" onClick={() => onOpen(id)}>
          <span className="nhsuk-u-visually-hidden">Open snapshot </span>
          {shortHash(sha256)}
        </button>
      ),
    },
  ];
}

interface SnapshotCardProps {
  readonly snapshot: BaselineSnapshot;
  readonly onClose: () => void;
}

/** One snapshot: its whole hash, what must be known about it, and the files that it comes from. */
function SnapshotCard({ snapshot, onClose }: SnapshotCardProps) {
  const { asAt, sha256, source, staffGroups, notices, files } = snapshot;
  return (
    <section className="wt-card" aria-labelledby="snapshot">
      <h2 className="nhsuk-heading-m wt-card__heading" id="snapshot">
        {namedWithCode(snapshot.organisation)} at {dayText(asAt)}
      </h2>
      <p>
        {sentence(source)} {formatQuantity(staffGroups, 'staff group')}.
      </p>
      <p className="wt-secondary">
        SHA-256 of its content: <code className="wt-code">{sha256}</code>
      </p>
      {notices.length === 0 ? null : (
        <>
          <h3 className="nhsuk-heading-s wt-card__heading">What must be known about it</h3>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {notices.map(({ code, staffGroup, message }) => (
              <li key={`${code} ${staffGroup ?? ''} ${message}`}>
                {staffGroup === null ? '' : `${staffGroup}: `}
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
      <h3 className="nhsuk-heading-s wt-card__heading">Files that it comes from</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {files.map((file) => (
          <li key={file}>
            <code className="wt-code">{file}</code>
          </li>
        ))}
      </ul>
      <button type="button" className="wt-link-button" onClick={onClose}>
        Close
      </button>
    </section>
  );
}

function Snapshots({ snapshots }: { readonly snapshots: readonly BaselineSnapshot[] }) {
  const { get, set } = useAddress();
  const opened = snapshots.find(({ id }) => id === get('snapshot'));
  const rows = snapshotsFound(snapshots, get('find'));
  return (
    <>
      {opened === undefined ? null : <SnapshotCard snapshot={opened} onClose={() => set({ snapshot: '' })} />}
      <section className="wt-card">
        <div className="wt-toolbar">
          <TextFilter
            label="Organisation, day or hash"
            value={get('find')}
            onChange={(find) => set({ find })}
          />
        </div>
        <Listing
          title="Snapshots"
          isTitled
          table="snapshots"
          columns={columnsOf((snapshot) => set({ snapshot }))}
          rows={rows}
          rowKey={({ id }) => id}
          empty={snapshots.length === 0 ? 'Nothing is frozen yet.' : 'No snapshot fits this.'}
        />
      </section>
    </>
  );
}

/** Frozen opening positions with hash and cover; none is ever changed. */
export function SnapshotsPage() {
  const snapshots = useQuery(snapshotsQuery);
  return (
    <>
      <PageTitle parts={['Snapshots', 'Data']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Snapshots</h1>
      <p className="wt-secondary">
        Frozen opening positions. None is ever changed: the same figures give the same hash, and better ones
        make a new snapshot.
      </p>
      {snapshots.isPending ? <Loading what="the snapshots" rows={6} /> : null}
      {snapshots.isError && snapshots.data === undefined ? (
        <Failure error={snapshots.error} what="the snapshots" onRetry={() => void snapshots.refetch()} />
      ) : null}
      {snapshots.data === undefined ? null : <Snapshots snapshots={snapshots.data} />}
    </>
  );
}
