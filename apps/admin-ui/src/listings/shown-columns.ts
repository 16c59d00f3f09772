import type { ListColumn, ListColumns } from '#views/lists';
import { cellText } from '../planning-modules/report-value';
import type { ListingColumn } from './listing';

/** The columns of a list as they are shown: figures in their unit and to the right, unless said otherwise. */
export function shownColumns<Row>(
  columns: ListColumns<Row>,
  kinds: Readonly<Partial<Record<string, NonNullable<ListingColumn<Row>['kind']>>>> = {},
): ListingColumn<Row>[] {
  return Object.entries(columns).map(([key, column]: [string, ListColumn<Row>]) => {
    const unit = column.unit ?? 'text';
    const kind = kinds[key] ?? (unit === 'text' || unit === 'month' ? undefined : 'number');
    const shown = { ...column, cell: (row: Row) => cellText(column.value(row), unit) };
    return kind === undefined ? shown : { ...shown, kind };
  });
}
