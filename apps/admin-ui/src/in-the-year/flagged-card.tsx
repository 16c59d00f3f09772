import { LINE_NAMES } from '#views/lists';
import type { VarianceFlag, YearComparison } from '../api/monitoring-types';
import { Tag } from '../states/tag';
import { formatMonth } from '../words/dates';
import { formatQuantity } from '../words/numbers';
import { FLAG_WORDS } from './comparison-words';

/** A flagged variance of the last closed month. */
interface Flagged {
  readonly staffGroup: string;
  readonly line: string;
  readonly flag: VarianceFlag;
}

/** With what is said about it. */
interface ExplainedFlag extends Flagged {
  readonly note: YearComparison['notes'][number] | undefined;
}

/** What is flagged in the last closed month, what to act on first. */
function flaggedOf({ staffGroups }: YearComparison): readonly Flagged[] {
  const all = staffGroups.flatMap(({ code, flags }) =>
    Object.entries(flags).map(([line, flag]) => ({ staffGroup: code, line, flag })),
  );
  return (['act', 'watch'] as const).flatMap((wanted) => all.filter(({ flag }) => flag === wanted));
}

interface FlaggedCardProps {
  readonly comparison: YearComparison;
  readonly nameOf: (staffGroup: string) => string;
  readonly onShow: (staffGroup: string, line: string) => void;
}

interface FlaggedTableProps extends Pick<FlaggedCardProps, 'nameOf' | 'onShow'> {
  readonly flagged: readonly ExplainedFlag[];
}

/** What to act on first. */
function FlaggedTable({ flagged, nameOf, onShow }: FlaggedTableProps) {
  return (
    <div className="wt-scroll wt-scroll--tall" role="region" aria-label="What is flagged, table" tabIndex={0}>
      <table className="wt-table">
        <thead>
          <tr>
            {['Staff group and line', 'Flag', 'Reason', 'Owner'].map((head) => (
              <th key={head} scope="col">
                {head}
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
  const flagged = flaggedOf(comparison).map((each) => ({
    ...each,
    note: comparison.notes.find(
      (note) => note.staffGroup === each.staffGroup && note.line === each.line && note.month === month,
    ),
  }));
  const open = flagged.filter(({ note }) => note === undefined).length;
  return (
    <section className="wt-card" aria-label="What is flagged">
      <h2 className="nhsuk-heading-m wt-card__heading">What is flagged</h2>
      <p>
        {flagged.length === 0
          ? `Nothing is beyond its threshold in ${formatMonth(month)}.`
          : `${formatMonth(month)}: ${formatQuantity(flagged.length, 'variance')} beyond a threshold, ${open === 0 ? 'each with a reason' : `${open} without a reason`}.`}
      </p>
      {flagged.length === 0 ? null : <FlaggedTable flagged={flagged} nameOf={nameOf} onShow={onShow} />}
    </section>
  );
}
