import type { Overview, OverviewNotice } from '../api/types';
import { formatMonth } from '../words/dates';
import { formatCount } from '../words/numbers';

const SHOWN = 5;

function groupName(overview: Overview, code: string | null): string | null {
  return overview.staffGroups.find((group) => group.code === code)?.name ?? null;
}

function NoticeList({
  overview,
  notices,
}: {
  readonly overview: Overview;
  readonly notices: readonly OverviewNotice[];
}) {
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {notices.map((notice, index) => {
        const group = groupName(overview, notice.staffGroup);
        return (
          <li key={`${notice.code} ${notice.staffGroup ?? ''} ${index}`}>
            {group === null ? null : <strong>{group}: </strong>}
            {notice.message}
            {notice.amount === null ? null : ` (${formatCount(notice.amount)})`}
          </li>
        );
      })}
    </ul>
  );
}

/** What a reader must know about the figures. */
export function NoticesCard({ overview }: { readonly overview: Overview }) {
  const { notices, netting, baseline } = overview;
  const rest = notices.slice(SHOWN);
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">About these figures</h2>
      <p>
        They start from {formatCount(baseline.openingFte)} WTE at the baseline month,{' '}
        {formatMonth(baseline.month)}.
      </p>
      {netting.joiners === 0 || netting.statement === '' ? null : <p>{netting.statement}</p>}
      {notices.length === 0 ? null : <NoticeList overview={overview} notices={notices.slice(0, SHOWN)} />}
      {rest.length === 0 ? null : (
        <details className="nhsuk-details wt-details">
          <summary className="nhsuk-details__summary">
            <span className="nhsuk-details__summary-text">{rest.length} more</span>
          </summary>
          <div className="nhsuk-details__text">
            <NoticeList overview={overview} notices={rest} />
          </div>
        </details>
      )}
    </>
  );
}
