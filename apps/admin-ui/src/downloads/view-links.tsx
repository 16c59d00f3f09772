import { useLocation } from 'react-router';
import type { CellAddress } from '../api/queries';

const FORMATS = ['csv', 'json', 'xlsx'] as const;

interface WantedView {
  /** One table of the page; left out for all that it shows. */
  readonly table?: string;
  /** Another view than that of the page, by the end of its address. */
  readonly view?: string;
  /** The cell that the view is of, where the page's address may name another. */
  readonly cell?: CellAddress;
  /** What the page shows without its address saying so. */
  readonly implied?: Readonly<Record<string, string>>;
}

/** The address of what the page shows as a file: the page's own, its filters included, with an ending. */
function useFileAddress({ table, view, cell, implied = {} }: WantedView) {
  const { pathname, search } = useLocation();
  const query = new URLSearchParams({ ...implied, ...Object.fromEntries(new URLSearchParams(search)) });
  if (table !== undefined) query.set('table', table);
  if (cell !== undefined) query.set('cell', `${cell.parameter}~${cell.staffGroup}.${cell.year}`);
  const filters = query.size === 0 ? '' : `?${query.toString()}`;
  const page = pathname.replace(/\/$/, '');
  return (format: string) => `${page}${view === undefined ? '' : `/${view}`}.${format}${filters}`;
}

interface ViewLinksProps extends WantedView {
  /** What is saved, for people who hear the links. */
  readonly title: string;
}

/** Links to what is shown as CSV, JSON and an Excel workbook. */
export function ViewLinks({ title, ...wanted }: ViewLinksProps) {
  const addressOf = useFileAddress(wanted);
  return (
    <ul className="wt-save-links__list">
      {FORMATS.map((format) => (
        <li key={format}>
          <a href={addressOf(format)} download>
            {format.toUpperCase()}
            <span className="nhsuk-u-visually-hidden"> of {title}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** A line with everything that a page shows as files, and the whole plan as one workbook where it is offered. */
export function PageFiles({ hasPlan = false }: { readonly hasPlan?: boolean }) {
  const planOf = useFileAddress({ view: 'plan' });
  return (
    <div className="wt-page-files">
      <span>This page as a file:</span>
      <ViewLinks title="this page" />
      {hasPlan ? (
        <a href={planOf('xlsx')} download>
          Whole plan as an Excel workbook
        </a>
      ) : null}
    </div>
  );
}
