import { flaggedColumns, flaggedVariances, LINE_NAMES, type FlaggedVariance } from '#views/lists';
import type { YearComparison } from '../api/monitoring-types';
import { ViewLinks } from '../downloads/view-links';
import { Tag } from '../states/tag';
import { formatMonth } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { FLAG_WORDS } from './comparison-words';

interface FlaggedCardProps {
  readonly comparison: YearComparison;
  readonly nameOf: (staffGroup: string) => string;
  readonly onShow: (staffGroup: string, line: string) => void;
}

interface FlaggedTableProps extends Pick<FlaggedCardProps, 'nameOf' | 'onShow'> {
  readonly flagged: readonly FlaggedVariance[];
}

/** What to act on first. */
function FlaggedTable({ flagged, nameOf, onShow }: FlaggedTableProps) {
  return (
    <div className="wt-scroll wt-scroll--tall" role="region" aria-label="What is flagged, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            {Object.values(flaggedColumns(nameOf)).map(({ heading }) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {flagged.map(({ staffGroup, line, flag, note }) => {
            const word = FLAG_WORDS[flag] ?? null;
            return (
              <tr key={`${staffGroup} ${line}`}>
                <th scope="row">
                  <button type="button" className="wt-link-button" onClick={() => onShow(staffGroup, line)}>
                    {nameOf(staffGroup)}: {LINE_NAMES[line] ?? line}
                  </button>
                </th>
                <td>{word === null ? null : <Tag word={word} />}</td>
                <td className="wt-words">{note?.reason ?? 'No reason yet'}</td>
                <td>{note?.owner ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Every flagged variance of the last closed month with its reason and who answers for it. */
export function FlaggedCard({ comparison, nameOf, onShow }: FlaggedCardProps) {
  const month = comparison.months[comparison.closedMonths - 1] ?? '';
  const flagged = flaggedVariances(comparison);
  const open = flagged.filter(({ note }) => note === undefined).length;
  return (
    <section className="wt-card" aria-label="What is flagged">
      <h2 className="nhsuk-heading-m wt-card__heading">What is flagged</h2>
      <p>
        {flagged.length === 0
          ? `Nothing is beyond its threshold in ${formatMonth(month)}.`
          : `${formatMonth(month)}: ${formatQuantity(flagged.length, 'variance')} beyond a threshold, ${open === 0 ? 'each with a reason' : `${open} without a reason`}.`}
      </p>
      {flagged.length === 0 ? null : (
        <>
          <FlaggedTable flagged={flagged} nameOf={nameOf} onShow={onShow} />
          <ViewLinks title="table What is flagged" table="flagged" />
        </>
      )}
    </section>
  );
}
