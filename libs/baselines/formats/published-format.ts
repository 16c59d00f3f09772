import type { OrganisationType } from '#organisations';
import type { CsvRow } from '../imports/csv-rows';
import type { FaultCollector } from '../imports/import-fault';
import type { ImportKind } from '../imports/import-report';
import type { ImportTally } from '../imports/import-tally';
import type { StaffGroupLabels } from './staff-group-labels';

/** Monthly measures of the history. Stocks are at the month end, flows in the month that ends there. */
export const HISTORY_MEASURES = [
  'fte-days-available',
  'fte-days-lost',
  'fte',
  'headcount',
  'joiners-fte',
  'joiners-headcount',
  'leavers-fte',
  'leavers-headcount',
] as const;
export type HistoryMeasure = (typeof HISTORY_MEASURES)[number];

/** One monthly figure of one organisation and staff group. */
export interface HistoryPoint {
  readonly organisationCode: string;
  readonly staffGroupCode: string;
  readonly measure: HistoryMeasure;
  readonly monthEnd: string;
  /** Decimal text; null when the publisher withheld it. */
  readonly value: string | null;
}

/** People of one staff group, band and published ethnic group in England on one day. */
export interface ProfileCell {
  readonly asAt: string;
  readonly staffGroupCode: string;
  readonly bandCode: string;
  readonly ethnicity: string;
  /** Null when the publisher withheld it. */
  readonly headcount: string | null;
}

/** An employer as a row describes it. */
export interface DescribedOrganisation {
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
  readonly sector: string;
  readonly systemCode: string;
  readonly regionCode: string;
}

/** What the rows of a file were read into, until it is written. */
export interface ReadingSink {
  point(point: HistoryPoint): void;
  cell(cell: ProfileCell): void;
  /** Tells of an organisation before its first point; one that is not known is created with this description. */
  organisation(organisation: DescribedOrganisation, monthEnd: string): void;
}

/** What a reader works with. */
export interface ReadingContext {
  /** Position of a required column. */
  position(column: string): number;
  readonly labels: StaffGroupLabels;
  readonly faults: FaultCollector;
  readonly tally: ImportTally;
  readonly sink: ReadingSink;
}

/** Reads the rows of one file, in order. Faults go to the collector; reading goes on behind them. */
export interface RowReader {
  read(row: CsvRow): void;
  /** After the last row. */
  finish(): void;
}

/** A published file layout. */
export interface PublishedFormat {
  readonly kind: ImportKind;
  /** For people. */
  readonly title: string;
  /** Columns that a file must have; the order is free, further columns are passed over. */
  readonly columns: readonly string[];
  /** Scheme of its staff-group labels in `staff_group_mapping`. */
  readonly labelScheme: string;
  createReader(context: ReadingContext): RowReader;
}
