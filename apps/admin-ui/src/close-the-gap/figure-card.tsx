import { useCallback, type ReactNode } from 'react';
import type { ChartData } from '../charts/chart-data';
import { ChartOrTable } from '../charts/chart-or-table';
import { LazyChart } from '../charts/lazy-chart';
import { reportChartHeight, reportChartOption } from '../charts/report-chart-option';

interface FigureCardProps {
  /** Name of the table, in the address and in files. */
  readonly name: string;
  readonly title: string;
  /** What the figures say, in a sentence. */
  readonly finding?: string | null;
  readonly caption: string;
  readonly data: ChartData;
  readonly table: ReactNode;
}

/** Figures of a proposal: the finding first, then a picture or its table, and both as files. */
export function FigureCard({ name, title, finding = null, caption, data, table }: FigureCardProps) {
  const optionAt = useCallback((width: number) => reportChartOption(data, width), [data]);
  const height = reportChartHeight(data);
  return (
    <section className="wt-card" aria-labelledby={name}>
      <h2 className="nhsuk-heading-m wt-card__heading" id={name}>
        {title}
      </h2>
      {finding === null ? null : <p className="wt-card__sentence">{finding}</p>}
      <ChartOrTable
        name={name}
        title={title}
        chart={
          <figure className="wt-figure">
            <LazyChart
              optionAt={optionAt}
              height={height}
              label={`Chart of ${title}. The figures are in the table.`}
            />
            <figcaption className="wt-caption">{caption}</figcaption>
          </figure>
        }
        table={
          <>
            <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
              {table}
            </div>
            <p className="wt-caption">{caption}</p>
          </>
        }
        picture={{ height, optionAt }}
      />
    </section>
  );
}

/** A row of figures of a table. */
export interface FigureRow {
  readonly key: string;
  readonly name: string;
  readonly figures: readonly string[];
  /** Words after the figures. */
  readonly remark?: string;
}

interface FigureTableProps {
  /** Heading of the names, then of each figure, then of the remark if there is one. */
  readonly heads: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** A table of a name and figures a row. */
export function FigureTable({ heads: [first, ...heads], rows }: FigureTableProps) {
  const figures = rows[0]?.figures.length ?? 0;
  return (
    <table className="wt-table">
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {heads.map((head, index) => (
            <th key={head} scope="col" className={index < figures ? 'wt-number' : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, figures: texts, remark }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {texts.map((text, index) => (
              <td key={heads[index] ?? index} className="wt-number">
                {text}
              </td>
            ))}
            {remark === undefined ? null : <td>{remark}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
