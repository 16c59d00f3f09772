import type { GroupHeadlines } from '#modules/what-if';
import type { Overview, OverviewStaffGroup } from '../../api/types';
import { Tag } from '../../states/tag';
import { formatChange, formatCount, formatPounds } from '../../words/numbers';
import { differsOnScreen, publishedHeadlines, type ShownHeadlines } from './shown-headlines';

type Line = keyof GroupHeadlines;

const LINES: readonly {
  readonly line: Line;
  readonly label: string;
  readonly format: (value: number) => string;
}[] = [
  { line: 'staffInPost', label: 'Staff in post at 31 March, WTE', format: formatCount },
  { line: 'gap', label: 'Requirement less staff in post, WTE', format: formatCount },
  { line: 'payBill', label: 'Pay bill of the year', format: formatPounds },
];

function changeInWords(line: Line, from: number, to: number): string {
  if (line !== 'payBill') return formatChange(to - from);
  const text = formatPounds(to - from);
  return to > from ? `+${text}` : text;
}

interface HeadlineTableProps {
  readonly overview: Overview;
  readonly group: OverviewStaffGroup;
  /** What the entries of this session make of the group; null where nothing was edited. */
  readonly entered: GroupHeadlines | null;
}

interface FigureProps {
  readonly line: (typeof LINES)[number];
  readonly published: number | null;
  readonly shown: number | null;
}

function Figure({ line, published, shown }: FigureProps) {
  const isChanged = shown !== null && published !== null && line.format(shown) !== line.format(published);
  return (
    <td className="wt-number">
      {shown === null ? 'not loaded' : line.format(shown)}
      {isChanged ? (
        <span className="wt-headline-change">{changeInWords(line.line, published, shown)}</span>
      ) : null}
    </td>
  );
}

/** Staff in post, gap and pay bill by year: as published, or, marked so, as this browser works them out meanwhile. */
export function HeadlineTable({ overview, group, entered }: HeadlineTableProps) {
  const published = publishedHeadlines(group, overview.years);
  const isPreliminary = entered !== null && differsOnScreen(published, entered);
  const shown: ShownHeadlines = isPreliminary ? entered : published;
  const years = overview.years.filter(({ kind }) => kind === 'projected');
  return (
    <div className="wt-headlines" data-figures={isPreliminary ? 'preliminary' : 'published'}>
      <p className="wt-headlines__state">
        {isPreliminary ? (
          <>
            <Tag word={{ text: 'Preliminary', colour: 'orange' }} /> worked out on this computer, with the
            change since the last calculation. The calculation of record follows.
          </>
        ) : (
          'As last calculated.'
        )}
      </p>
      <div className="wt-scroll" role="region" aria-label="Headline figures, table" tabIndex={0}>
        <table className="wt-table">
          <caption className="nhsuk-u-visually-hidden">Headline figures, {group.name}</caption>
          <thead>
            <tr>
              <th scope="col">{group.name}</th>
              {years.map(({ year, label }) => (
                <th key={year} scope="col" className="wt-number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LINES.map((line) => (
              <tr key={line.line}>
                <th scope="row">{line.label}</th>
                {years.map(({ year }, index) => (
                  <Figure
                    key={year}
                    line={line}
                    published={published[line.line][index] ?? null}
                    shown={shown[line.line][index] ?? null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
