import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

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
}

/** The same figures as a chart or as a table; which of them is part of the URL. */
export function ChartOrTable({ name, title, chart, table }: ChartOrTableProps) {
  const [search] = useSearchParams();
  const addressOf = useAddressOf(name);
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
    </>
  );
}
