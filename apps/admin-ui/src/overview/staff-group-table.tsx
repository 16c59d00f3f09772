import type { Overview, OverviewStaffGroup } from '../api/types';
import { formatChange, formatCount, formatPercent, formatPounds } from '../words/numbers';
import { lineValues, visibleRows, type TableLine, type TreeRow } from './staff-group-rows';

const LINE_LABELS: Readonly<Record<TableLine, string>> = {
  'staff-in-post': 'Staff in post',
  establishment: 'Funded establishment',
  requirement: 'Requirement',
  gap: 'Gap',
  vacancy: 'Vacancy',
  'pay-bill': 'Pay bill',
};

function Figure({ group, line, index }: CellProps) {
  const value = lineValues(group, line)[index] ?? null;
  if (value === null) return <span className="wt-secondary">–</span>;
  if (line === 'vacancy') {
    return value < 0 ? (
      <span className="wt-amber">{formatPercent(-value)} over</span>
    ) : (
      <>{formatPercent(value)}</>
    );
  }
  if (line === 'pay-bill') return <>{formatPounds(value)}</>;
  if (line === 'gap') return <>{formatChange(value)}</>;
  if (line !== 'staff-in-post') return <>{formatCount(value)}</>;
  return (
    <>
      <span>{formatCount(value)}</span>{' '}
      <span className="wt-headcount">
        {formatCount(group.lines.headcount[index] ?? 0)}
        <span className="nhsuk-u-visually-hidden"> people</span>
      </span>
    </>
  );
}

interface CellProps {
  readonly group: OverviewStaffGroup;
  readonly line: TableLine;
  readonly index: number;
}

function isNotLoaded(group: OverviewStaffGroup, line: TableLine): boolean {
  return (line === 'establishment' || line === 'vacancy') && group.establishmentBasis === 'not-loaded';
}

interface LineRowProps {
  readonly overview: Overview;
  readonly row: TreeRow<OverviewStaffGroup>;
  readonly line: TableLine;
  readonly lines: readonly TableLine[];
  readonly onToggle: (code: string) => void;
  readonly onChoose: (code: string) => void;
  readonly isChosen: boolean;
}

function GroupHeading({ row, lines, onToggle, onChoose, isChosen }: Omit<LineRowProps, 'line' | 'overview'>) {
  const { group, hasChildren, isOpen } = row;
  return (
    <th scope="rowgroup" rowSpan={lines.length} className={`wt-tree wt-tree--${Math.min(group.depth, 3)}`}>
      <span className="wt-tree__content">
        {hasChildren ? (
          <button
            type="button"
            className="wt-fold"
            aria-expanded={isOpen}
            aria-label={`Groups of ${group.name}`}
            onClick={() => onToggle(group.code)}
          >
            <span aria-hidden="true">{isOpen ? '−' : '+'}</span>
          </button>
        ) : (
          <span className="wt-fold-space" />
        )}
        <button
          type="button"
          className="wt-link-button"
          aria-pressed={isChosen}
          onClick={() => onChoose(group.code)}
        >
          {group.name}
        </button>
      </span>
    </th>
  );
}

function LineRow(props: LineRowProps) {
  const { overview, row, line, lines } = props;
  const isFirst = line === lines[0];
  const assumed = line === 'establishment' && row.group.establishmentBasis === 'assumed';
  return (
    <tr className={isFirst ? 'wt-group-start' : ''}>
      {isFirst ? <GroupHeading {...props} /> : null}
      <th scope="row" className="wt-line-label">
        {LINE_LABELS[line]}
        {assumed ? <span className="wt-label">assumed</span> : null}
      </th>
      {isNotLoaded(row.group, line) ? (
        <td className="wt-not-loaded" colSpan={overview.years.length}>
          not loaded
        </td>
      ) : (
        overview.years.map((year, index) => (
          <td key={year.year} className="wt-number">
            <Figure group={row.group} line={line} index={index} />
          </td>
        ))
      )}
    </tr>
  );
}

interface StaffGroupTableProps {
  readonly overview: Overview;
  readonly open: ReadonlySet<string>;
  readonly lines: readonly TableLine[];
  readonly chosen: string;
  readonly onToggle: (code: string) => void;
  readonly onChoose: (code: string) => void;
}

/** Every line of every unfolded staff group by year, WTE with the headcount beside it. */
export function StaffGroupTable({ overview, open, lines, chosen, onToggle, onChoose }: StaffGroupTableProps) {
  const rows = visibleRows(overview.staffGroups, open);
  return (
    <div className="wt-scroll" role="region" aria-label="Staff groups by year, table" tabIndex={0}>
      <table className="wt-table wt-table--tree">
        <thead>
          <tr>
            <th scope="col">Staff group</th>
            <th scope="col">WTE at 31 March</th>
            {overview.years.map((year) => (
              <th key={year.year} scope="col" className="wt-number">
                {year.label}
                {year.kind === 'estimate' ? <span className="wt-label wt-label--block">estimate</span> : null}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => (
          <tbody key={row.group.code} data-staff-group={row.group.code}>
            {lines.map((line) => (
              <LineRow
                key={line}
                overview={overview}
                row={row}
                line={line}
                lines={lines}
                isChosen={row.group.code === chosen}
                onToggle={onToggle}
                onChoose={onChoose}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
