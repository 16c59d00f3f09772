import type { EChartsOption } from 'echarts';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { chartFormats } from '../downloads/chart-formats';
import { SaveLinks } from '../downloads/save-links';
import { ViewLinks } from '../downloads/view-links';
import { useFigureSource } from '../plan/figure-source';

function useAddressOf(name: string) {
  const [search] = useSearchParams();
  return (view: 'chart' | 'table') => {
    const next = new URLSearchParams(search);
    if (view === 'chart') next.delete(name);
    else next.set(name, view);
    return { search: next.toString() };
  };
}

interface ChartOrTableProps {
  /** The name in the URL's query, for instance `supply`. */
  readonly name: string;
  readonly title: string;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** The chart as it is kept as a picture. */
  readonly picture: { readonly height: number; readonly optionAt: (width: number) => EChartsOption };
  /** What the page shows without its address saying so. */
  readonly implied?: Readonly<Record<string, string>>;
}

/** The same figures as a chart or as a table; which of them is part of the URL. */
export function ChartOrTable({ name, title, chart, table, picture, implied = {} }: ChartOrTableProps) {
  const [search] = useSearchParams();
  const addressOf = useAddressOf(name);
  const source = useFigureSource();
  const view = search.get(name) === 'table' ? 'table' : 'chart';
  return (
    <>
      <nav aria-label={`${title}: chart or table`}>
        <ul className="wt-views">
          {(['chart', 'table'] as const).map((candidate) => (
            <li key={candidate}>
              <Link
                to={addressOf(candidate)}
                replace
                preventScrollReset
                aria-current={candidate === view ? 'true' : undefined}
                className="wt-views__link"
              >
                {candidate === 'chart' ? 'Chart' : 'Table'}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {view === 'chart' ? chart : table}
      {source === null ? null : (
        <div className="wt-figure-files">
          <SaveLinks title={title} formats={chartFormats({ title, ...picture }, source)} />
          <ViewLinks title={`table ${title}`} table={name} implied={implied} />
        </div>
      )}
    </>
  );
}
