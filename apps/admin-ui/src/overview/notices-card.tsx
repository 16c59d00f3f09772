import { Details } from '../controls/details';
import type { Overview, OverviewNotice } from '../api/types';
import { formatMonth } from '../words/dates';
import { formatCount } from '../words/numbers';

const SHOWN = 5;

/** What a notice's amount counts; amounts of other notices are part of their message. */
const AMOUNT_UNITS: Readonly<Record<string, string>> = {
  'baseline-estimated': 'WTE',
  'baseline-headcount-unknown': 'WTE',
  'planned-exits-unmet': 'people',
  'conversions-unmet': 'people',
};

/** A notice as a sentence, with its staff group's name in front unless it names it. */
function noticeParts(overview: Overview, notice: OverviewNotice) {
  const group = groupName(overview, notice.staffGroup);
  const unit = AMOUNT_UNITS[notice.code];
  const isNamed = group === null || notice.message.includes(group);
  return {
    group: isNamed ? null : group,
    amount: notice.amount === null || unit === undefined ? '' : ` ${formatCount(notice.amount)} ${unit}.`,
  };
}

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
        const { group, amount } = noticeParts(overview, notice);
        return (
          <li key={`${notice.code} ${notice.staffGroup ?? ''} ${index}`}>
            {group === null ? null : <strong>{group}: </strong>}
            {notice.message}
            {amount}
          </li>
        );
      })}
    </ul>
  );
}

/** Why a sum's joiners and leavers are lower than those of its parts together. */
function Netting({ overview }: { readonly overview: Overview }) {
  const moves = formatCount(overview.netting.joiners);
  if (moves === '0') return null;
  return overview.organisation.type === 'system' ? (
    <p>
      System joiners and leavers are lower than the trusts’ sum because {moves} WTE of moves between our own
      trusts are counted once.
    </p>
  ) : (
    <p>
      Joiners and leavers are lower than the organisations’ sum because {moves} WTE of moves between
      organisations of one system are counted once.
    </p>
  );
}

/** What a reader must know about the figures. */
export function NoticesCard({ overview }: { readonly overview: Overview }) {
  const { notices, baseline } = overview;
  const rest = notices.slice(SHOWN);
  return (
    <>
      <h2 className="nhsuk-heading-m wt-card__heading">About these figures</h2>
      {baseline === null ? null : (
        <p>
          They start from {formatCount(baseline.openingFte)} WTE at the baseline month,{' '}
          {formatMonth(baseline.month)}.
        </p>
      )}
      <Netting overview={overview} />
      {notices.length === 0 ? null : <NoticeList overview={overview} notices={notices.slice(0, SHOWN)} />}
      {rest.length === 0 ? null : (
        <Details summary={`${rest.length} more`}>
          <NoticeList overview={overview} notices={rest} />
        </Details>
      )}
    </>
  );
}
