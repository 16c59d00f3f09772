import { FOUR_LINES, WORKED_PARTS, type FourLinesMonth, type FourLinesRow } from '../api/return-types';
import { ViewLinks } from '../downloads/view-links';
import { formatMonth } from '../words/dates';
import { LINE_NAMES, PART_NAMES, SOURCE_NAMES, wteText } from './four-lines-words';

const COLUMNS: readonly (readonly [string, (row: FourLinesRow) => number | null])[] = [
  ...FOUR_LINES.map((line) => [LINE_NAMES[line], (row: FourLinesRow) => row.lines[line]] as const),
  ['Vacancies', ({ vacancies }) => vacancies],
  ['Requirement less establishment', ({ unfunded }) => unfunded],
  ['Worked less contracted', ({ difference }) => difference],
  ...WORKED_PARTS.map(
    (part) => [PART_NAMES[part], (row: FourLinesRow) => row.parts?.[part] ?? null] as const,
  ),
];

interface LinesTableProps {
  readonly label: string;
  readonly heading: string;
  readonly rows: readonly { readonly header: string; readonly row: FourLinesRow }[];
}

/** The four lines and what lies between them, a row for each staff group or month. */
export function LinesTable({ label, heading, rows }: LinesTableProps) {
  return (
    <>
      <div className="wt-scroll" role="region" aria-label={`${label}, table`} tabIndex={0}>
        <table className="wt-table">
          <thead>
            <tr>
              <th scope="col">{heading}</th>
              {COLUMNS.map(([name]) => (
                <th key={name} scope="col" className="wt-number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ header, row }) => (
              <tr key={header}>
                <th scope="row">{header}</th>
                {COLUMNS.map(([name, valueOf]) => (
                  <td key={name} className="wt-number">
                    {wteText(valueOf(row))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ViewLinks title={`table ${label}`} table="lines" />
    </>
  );
}

/** Where each line of a month comes from. */
export function SourcesLine({ month, sources }: FourLinesMonth) {
  const words = FOUR_LINES.map((line) => {
    const source = sources[line];
    return `${LINE_NAMES[line].toLowerCase()}: ${source === null ? 'not loaded' : SOURCE_NAMES[source]}`;
  });
  return (
    <p className="wt-meta">
      {formatMonth(month)}, {words.join('; ')}.
    </p>
  );
}
