import type { GroupHeadlines, Headlines } from '#modules/what-if';
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
  { line: 'payBill', label: 'Pay bill', format: formatPounds },
];

function changeInWords(line: Line, from: number, to: number): string {
  if (line !== 'payBill') return formatChange(to - from);
  const text = formatPounds(to - from);
  return to > from ? `+${text}` : text;
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

/** The figures of one staff group: published, and with the entries of this session. */
interface ComparedGroup {
  readonly group: OverviewStaffGroup;
  readonly published: ShownHeadlines;
  readonly shown: ShownHeadlines;
}

function GroupLines({ compared, years }: GroupLinesProps) {
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={LINES.length + 1} className="wt-headlines__group">
          {compared.group.name}
        </th>
      </tr>
      {years.map(({ year, label }, index) => (
        <tr key={year}>
          <th scope="row">{label}</th>
          {LINES.map((line) => (
            <Figure
              key={line.line}
              line={line}
              published={compared.published[line.line][index] ?? null}
              shown={compared.shown[line.line][index] ?? null}
            />
          ))}
        </tr>
      ))}
    </tbody>
  );
}

interface GroupLinesProps {
  readonly compared: ComparedGroup;
  readonly years: Overview['years'];
}

function State({ isPreliminary }: { readonly isPreliminary: boolean }) {
  if (!isPreliminary) return <p className="wt-headlines__state">As last calculated.</p>;
  return (
    <p className="wt-headlines__state">
      <Tag word={{ text: 'Preliminary', colour: 'orange' }} /> worked out on this computer, with the change
      since the last calculation. The calculation of record follows.
    </p>
  );
}

interface HeadlineTableProps {
  readonly overview: Overview;
  /** The staff groups shown, the first being the one that is worked on. */
  readonly groups: readonly OverviewStaffGroup[];
  /** What the entries of this session make of the figures; null where nothing was edited. */
  readonly entered: Headlines | null;
}

/** Staff in post, gap and pay bill by year: as published, or, marked so, as this browser works them out meanwhile. */
export function HeadlineTable({ overview, groups, entered }: HeadlineTableProps) {
  const years = overview.years.filter(({ kind }) => kind === 'projected');
  const read = groups.map((group) => ({
    group,
    published: publishedHeadlines(group, overview.years),
    own: entered?.[group.code] ?? null,
  }));
  const isPreliminary = read.some(({ published, own }) => own !== null && differsOnScreen(published, own));
  return (
    <div className="wt-headlines" data-figures={isPreliminary ? 'preliminary' : 'published'}>
      <State isPreliminary={isPreliminary} />
      <div className="wt-scroll" role="region" aria-label="Headline figures, table" tabIndex={0}>
        <table className="wt-table">
          <caption className="nhsuk-u-visually-hidden">Headline figures</caption>
          <thead>
            <tr>
              <th scope="col">Year</th>
              {LINES.map(({ line, label }) => (
                <th key={line} scope="col" className="wt-number">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          {read.map(({ group, published, own }) => (
            <GroupLines
              key={group.code}
              years={years}
              compared={{ group, published, shown: isPreliminary && own !== null ? own : published }}
            />
          ))}
        </table>
      </div>
    </div>
  );
}
