import { reportUnitWords, type ReportValue, type ShownTable } from '#modules/report-layout';
import type { ReportTable, ReportUnit } from '#modules/reporting';
import type { OverviewResult } from '#projections';
import { ACCURACY_STATEMENT } from './lists';

/** A column; the unit of its figures, or `text` where each row has its own and a column names it. */
export interface ViewColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: ReportUnit;
}

/** A figure as it is stored (a share is a fraction, a financial year its first year), with its unit. */
export interface ViewCell {
  readonly value: ReportValue;
  readonly unit: ReportUnit;
}

/** A table of a view: one heading row, one cell for each column in every row. */
export interface ViewTable {
  readonly key: string;
  readonly title: string;
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly (readonly ViewCell[])[];
}

/** Where the figures of a view come from. */
export interface ViewSource {
  /** Null for what is of no single organisation. */
  readonly organisation: { readonly code: string; readonly name: string } | null;
  /** Null for what is of no scenario. */
  readonly scenario: string | null;
  /** A projection's figures, what is entered, what is kept on record, or how projections did. */
  readonly kind: 'projection' | 'assumptions' | 'records' | 'accuracy';
  /** The run or the sum of runs; for assumptions the version of the input. Null where nothing is published. */
  readonly run: string | null;
  readonly engineVersion: string | null;
  /** When the figures were calculated, ISO 8601; null for assumptions. */
  readonly calculatedAt: string | null;
}

/** What a page shows, as it leaves the page: one description for every format. */
export interface View {
  /** Short name, for the file. */
  readonly key: string;
  readonly title: string;
  readonly source: ViewSource;
  /** What a reader must know about the figures. */
  readonly notes: readonly string[];
  readonly tables: readonly ViewTable[];
}

const cell = (value: ReportValue, unit: ReportUnit): ViewCell => ({ value, unit });

/** A report's table with all its rows and columns. */
export function tableOfReport({ key, title, columns, rows }: ReportTable): ViewTable {
  return {
    key,
    title,
    columns,
    rows: rows.map((row) => columns.map((column) => cell(row[column.key] ?? null, column.unit))),
  };
}

/** A table as it is laid out on a page. Where each row has a unit of its own, a column says it. */
export function tableOfShown(key: string, title: string, shown: ShownTable): ViewTable {
  const { rowHeading, columns, rows, about } = shown;
  const hasUnits = rows.some(({ unit }) => unit !== null);
  const unitColumn: readonly ViewColumn[] = hasUnits ? [{ key: 'unit', label: 'Unit', unit: 'text' }] : [];
  return {
    key,
    title: about === null ? title : `${title}: ${about.label}`,
    columns: [
      { key: 'row', label: rowHeading, unit: 'text' },
      ...unitColumn,
      ...columns.map((column) => ({ ...column, unit: column.unit ?? about?.unit ?? 'text' })),
    ],
    rows: rows.map(({ header, unit, cells }) => [
      cell(header, 'text'),
      ...(hasUnits ? [cell(unit === null ? null : (reportUnitWords(unit) ?? 'number'), 'text')] : []),
      ...cells.map((each) => cell(each.value, each.unit)),
    ]),
  };
}

/** The source of a projection's figures. */
export function sourceOfResult(
  { code, name }: NonNullable<ViewSource['organisation']>,
  scenario: string,
  result: OverviewResult | null,
): ViewSource {
  return {
    organisation: { code, name },
    scenario,
    kind: 'projection',
    run: result?.id ?? null,
    engineVersion: result?.engineVersion ?? null,
    calculatedAt: result?.publishedAt ?? null,
  };
}

/** The source in words: what a file says about where it is from. */
export function sourceWords({ organisation, scenario, kind }: ViewSource): string {
  const place = organisation === null ? '' : ` of ${organisation.name} (${organisation.code})`;
  return `${KINDS[kind]}${place}${scenario === null ? '' : `, ${scenario}`}`;
}

const KINDS: Readonly<Record<ViewSource['kind'], string>> = {
  projection: 'Wholetime projection',
  assumptions: 'Wholetime, assumptions',
  records: 'Wholetime, records',
  accuracy: ACCURACY_STATEMENT,
};
