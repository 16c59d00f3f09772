import { useId, type ReactNode } from 'react';
import type { ListColumn } from '#views/lists';
import { csvOf } from './csv';
import { downloadFile, fileName } from '../downloads/download-file';
import { SaveLinks } from '../downloads/save-links';
import { ViewLinks } from '../downloads/view-links';
import { useListingFiles } from './listing-files';

/** A column of a list: what is shown, and what its files hold. */
export interface ListingColumn<Row> extends Omit<ListColumn<Row>, 'value'> {
  readonly cell: (row: Row) => ReactNode;
  /** The whole value for files; left out for columns that only act. */
  readonly value?: ListColumn<Row>['value'];
  /** `short` stays on one line: days, states, hashes, acts. */
  readonly kind?: 'number' | 'words' | 'wide' | 'short';
}

interface ListingProps<Row> {
  readonly title: string;
  /** A title that stands above already is not said again. */
  readonly isTitled?: boolean;
  readonly columns: readonly ListingColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** What is said in place of an empty table. */
  readonly empty: string;
  /** Its key among the tables of the page's files; left out for what has no address: it is saved as it stands. */
  readonly table?: string;
}

const CLASSES = {
  number: 'wt-number',
  words: 'wt-words',
  wide: 'wt-wide-cell',
  short: 'wt-short',
} as const;

function classOf<Row>({ kind }: ListingColumn<Row>): string | undefined {
  return kind === undefined ? undefined : CLASSES[kind];
}

/** The rows as comma-separated values, one column for each that has a value. */
export function listingCsv<Row>(columns: readonly ListingColumn<Row>[], rows: readonly Row[]): string {
  const kept = columns.flatMap(({ heading, value }) => (value === undefined ? [] : [{ heading, value }]));
  return csvOf([
    kept.map(({ heading }) => heading),
    ...rows.map((row) => kept.map(({ value }) => value(row))),
  ]);
}

function Cells<Row>({
  columns,
  row,
}: {
  readonly columns: readonly ListingColumn<Row>[];
  readonly row: Row;
}) {
  return columns.map((column, index) =>
    index === 0 ? (
      <th key={column.heading} scope="row" className={classOf(column)}>
        {column.cell(row)}
      </th>
    ) : (
      <td key={column.heading} className={classOf(column)}>
        {column.cell(row)}
      </td>
    ),
  );
}

/** What is shown as it stands, as CSV. */
function SaveCsv<Row>({ title, columns, rows }: Pick<ListingProps<Row>, 'title' | 'columns' | 'rows'>) {
  if (columns.every(({ value }) => value === undefined)) return null;
  const save = () =>
    downloadFile(
      fileName([title], 'csv'),
      new Blob([listingCsv(columns, rows)], { type: 'text/csv;charset=utf-8' }),
    );
  return <SaveLinks title={title} formats={[{ name: 'CSV', save }]} />;
}

/** A list as a table that scrolls in its own region, with its files beneath. */
export function Listing<Row>(props: ListingProps<Row>) {
  const { title, isTitled, columns, rows, rowKey, empty, table } = props;
  const id = useId();
  const implied = useListingFiles();
  return (
    <div className="wt-listing">
      {isTitled === true ? null : (
        <h3 className="nhsuk-heading-s wt-card__heading" id={id}>
          {title}
        </h3>
      )}
      {rows.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <>
          <div className="wt-scroll" role="region" aria-label={`${title}, table`} tabIndex={0}>
            <table className="wt-table">
              <thead>
                <tr>
                  {columns.map((column) => (
                    <th key={column.heading} scope="col" className={classOf(column)}>
                      {column.heading}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <tr key={rowKey(row)}>
                    <Cells columns={columns} row={row} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {table === undefined || implied === null ? (
            <SaveCsv {...props} />
          ) : (
            <ViewLinks title={title} table={table} implied={implied} />
          )}
        </>
      )}
    </div>
  );
}
