import type { Overview, OverviewStaffGroup } from '../api/types';
import { FigureLink } from '../explanation/figure-link';
import { marchOf } from '#modules/report-layout';
import { FigureRegion } from '../shell/figure-region';
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

function figureText(value: number, line: TableLine): string {
  switch (line) {
    case 'vacancy':
      return value < 0 ? `${formatPercent(-value)} over` : formatPercent(value);
    case 'pay-bill':
      return formatPounds(value);
    case 'gap':
      return formatChange(value);
    case 'staff-in-post':
    case 'establishment':
    case 'requirement':
      return formatCount(value);
  }
}

/** The headcount beside staff in post; its room is kept beside other lines so that WTE figures align. */
function Headcount({ group, line, index }: Omit<CellProps, 'overview'>) {
  if (line !== 'staff-in-post') return <span className="wt-headcount" />;
  return (
    <span className="wt-headcount">
      {formatCount(group.lines.headcount[index] ?? 0)}
      <span className="nhsuk-u-visually-hidden"> people</span>
    </span>
  );
}

/** The measure that a line shows; gap and vacancy are differences of two. */
const LINE_MEASURES: Readonly<Partial<Record<TableLine, string>>> = {
  'staff-in-post': 'fte',
  establishment: 'establishment',
  requirement: 'requirement',
  'pay-bill': 'pay-bill',
};

/** A figure as text; of one measure, as a link to how it came about. */
function FigureText({ overview, group, line, index }: CellProps) {
  const value = lineValues(group, line)[index] ?? null;
  if (value === null) return '–';
  const text = figureText(value, line);
  const measure = LINE_MEASURES[line];
  const year = overview.years[index]?.year;
  if (measure === undefined || year === undefined) return text;
  const unit = { scenarioId: overview.scenario.id, organisationId: overview.organisation.id };
  return (
    <FigureLink
      unit={unit}
      question={{ staffGroup: group.code, measure, month: marchOf(year), span: 'year' }}
    >
      {text}
    </FigureLink>
  );
}

function Figure(cell: CellProps) {
  const { group, line, index } = cell;
  const value = lineValues(group, line)[index] ?? null;
  const isOver = line === 'vacancy' && value !== null && value < 0;
  return (
    <>
      <span className={isOver ? 'wt-amber' : undefined}>
        <FigureText {...cell} />
      </span>{' '}
      <Headcount {...cell} />
    </>
  );
}

interface CellProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
  readonly line: TableLine;
  readonly index: number;
}

function isNotLoaded(group: OverviewStaffGroup, line: TableLine): boolean {
  return (line === 'establishment' || line === 'vacancy') && group.establishmentBasis === 'not-loaded';
}

interface GroupHeadingProps {
  readonly row: TreeRow<OverviewStaffGroup>;
  readonly isChosen: boolean;
  readonly onToggle: (code: string) => void;
  readonly onChoose: (code: string) => void;
}

function GroupHeading({ row, isChosen, onToggle, onChoose }: GroupHeadingProps) {
  const { group, hasChildren, isOpen } = row;
  return (
    <span className={`wt-tree wt-tree--${Math.min(group.depth, 3)}`}>
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
  );
}

interface LineProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
  readonly line: TableLine;
}

function AssumedLabel({ group, line }: Omit<LineProps, 'overview'>) {
  if (line !== 'establishment' || group.establishmentBasis !== 'assumed') return null;
  return <span className="wt-label">assumed</span>;
}

function Figures({ overview, group, line }: LineProps) {
  if (isNotLoaded(group, line)) {
    return (
      <td className="wt-not-loaded" colSpan={overview.years.length}>
        not loaded
      </td>
    );
  }
  return overview.years.map((year, index) => (
    <td key={year.year} className="wt-number">
      <Figure overview={overview} group={group} line={line} index={index} />
    </td>
  ));
}

/** A group on one row: one line is shown, so that groups can be compared down the columns. */
function CompactGroup({ overview, line, ...heading }: GroupHeadingProps & Omit<LineProps, 'group'>) {
  const { group } = heading.row;
  return (
    <tbody data-staff-group={group.code}>
      <tr>
        <th scope="row" className="wt-sticky">
          <GroupHeading {...heading} />
          <AssumedLabel group={group} line={line} />
        </th>
        <Figures overview={overview} group={group} line={line} />
      </tr>
    </tbody>
  );
}

interface FullGroupProps extends GroupHeadingProps {
  readonly overview: Overview;
  readonly lines: readonly TableLine[];
}

/** A group with a row for each line below its name. */
function FullGroup({ overview, lines, ...heading }: FullGroupProps) {
  const { group } = heading.row;
  return (
    <tbody data-staff-group={group.code} className="wt-full-group">
      <tr>
        <th scope="rowgroup" colSpan={overview.years.length + 1} className="wt-sticky">
          <GroupHeading {...heading} />
        </th>
      </tr>
      {lines.map((line) => (
        <tr key={line} data-line={line}>
          <th scope="row" className="wt-sticky wt-line-label">
            <span className={`wt-tree__line wt-tree--${Math.min(group.depth, 3)}`}>
              {LINE_LABELS[line]}
              <AssumedLabel group={group} line={line} />
            </span>
          </th>
          <Figures overview={overview} group={group} line={line} />
        </tr>
      ))}
    </tbody>
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
  const [only] = lines;
  const isCompact = lines.length === 1;
  return (
    <FigureRegion label="Staff groups by year, table">
      <table className={`wt-table wt-table--tree${isCompact ? ' wt-table--compact' : ''}`}>
        <thead>
          <tr>
            <th scope="col" className="wt-sticky">
              Staff group, at 31 March
            </th>
            {overview.years.map((year) => (
              <th key={year.year} scope="col" className="wt-number">
                {year.kind === 'estimate' ? <span className="wt-label wt-label--block">estimate</span> : null}
                {year.label}
              </th>
            ))}
          </tr>
        </thead>
        {rows.map((row) => {
          const shared = { overview, row, isChosen: row.group.code === chosen, onToggle, onChoose };
          return isCompact && only !== undefined ? (
            <CompactGroup key={row.group.code} line={only} {...shared} />
          ) : (
            <FullGroup key={row.group.code} lines={lines} {...shared} />
          );
        })}
      </table>
    </FigureRegion>
  );
}
