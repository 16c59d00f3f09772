import { HISTORY_MEASURES, type HistoryMeasure, type HistoryPoint } from '../formats/published-format';
import type { ImportKind, ImportReport } from '../imports/import-report';

/** What the compact form of the published history holds beside the figures. */
export interface CompactManifest {
  readonly format: 'wholetime.compact-history/1';
  readonly licence: string;
  /** What the import of each published file reported: its name, hash, counts and data quality. */
  readonly files: readonly ImportReport[];
  readonly sections: readonly CompactSection[];
}

/** The figures of one kind of file, in a gzipped CSV of their own. */
export interface CompactSection {
  readonly kind: ImportKind;
  readonly path: string;
  /** Month ends, ascending; the values of a row follow this order. */
  readonly months: readonly string[];
  /** For each measure, which file (index into `files`) the figure of each month came from; -1 for none. */
  readonly sources: Readonly<Partial<Record<HistoryMeasure, readonly number[]>>>;
}

export const SERIES_COLUMNS = ['organisation', 'staff_group', 'measure', 'values'] as const;
export const CELL_COLUMNS = ['as_at', 'staff_group', 'band', 'ethnicity', 'headcount'] as const;

/** A figure that the publisher withheld, and one that was not published. */
const SUPPRESSED = '*';
const ABSENT = '-';

/** Figures of one series as a text, one word for each month; trailing zeros are left out. */
export function encodeValues(months: readonly string[], values: ReadonlyMap<string, string | null>): string {
  return months
    .map((month) => {
      const value = values.get(month);
      if (value === undefined) return ABSENT;
      return value === null ? SUPPRESSED : trimDecimal(value);
    })
    .join(' ');
}

/**
 * The points of a row of {@link SERIES_COLUMNS}.
 *
 * @throws Error when the row does not fit the section
 */
export function decodeSeries(section: CompactSection, fields: readonly string[]): HistoryPoint[] {
  const [organisationCode = '', staffGroupCode = '', name = '', text = ''] = fields;
  const measure = HISTORY_MEASURES.find((known) => known === name);
  const values = text.split(' ');
  if (measure === undefined || values.length !== section.months.length) {
    throw new Error(`${section.path}: the row of ${organisationCode}, ${staffGroupCode}, ${name} is broken.`);
  }
  return section.months.flatMap((monthEnd, index) => {
    const value = values[index] ?? ABSENT;
    if (value === ABSENT) return [];
    return [
      { organisationCode, staffGroupCode, measure, monthEnd, value: value === SUPPRESSED ? null : value },
    ];
  });
}

const trimDecimal = (value: string): string =>
  value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value;
