import { holds, sentenceCase, type ListColumns } from './list';

/** What a list shows of a published file that was read. */
export interface PublishedFile {
  readonly fileName: string;
  readonly kind: string;
  readonly months: readonly string[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly suppressedCells: number;
  readonly jumps: readonly unknown[];
  readonly importedAt: string;
}

const KINDS: Readonly<Record<string, string>> = {
  'sickness-absence-benchmarking': 'Sickness absence benchmarking',
  'turnover-benchmarking': 'Turnover benchmarking',
  'england-workforce-statistics': 'Workforce statistics, England',
  'ethnicity-by-band': 'Ethnicity by band',
};

/** The kinds of published file. */
export const PUBLISHED_KINDS = Object.keys(KINDS);

/** A kind of published file in words. */
export function publishedKindText(kind: string): string {
  return KINDS[kind] ?? sentenceCase(kind);
}

/** The months of a file: `2024-04` or `2019-04 to 2024-03`. */
export function monthsText({ months }: Pick<PublishedFile, 'months'>): string {
  const [first] = months;
  const last = months.at(-1);
  return first === undefined || last === undefined ? '' : first === last ? first : `${first} to ${last}`;
}

/** The files of a kind whose name or months hold a text; empty for any. */
export function publishedFilesFound<File extends PublishedFile>(
  files: readonly File[],
  { find, kind }: { readonly find: string; readonly kind: string },
): readonly File[] {
  return files
    .filter((file) => kind === '' || file.kind === kind)
    .filter((file) => holds(find, [file.fileName, monthsText(file)]));
}

/** Published files that were read. */
export const PUBLISHED_FILE_COLUMNS = {
  file: { heading: 'File', value: ({ fileName }) => fileName },
  kind: { heading: 'Kind', value: ({ kind }) => publishedKindText(kind) },
  months: { heading: 'Months', value: monthsText },
  read: { heading: 'Rows read', unit: 'number', value: ({ rowsRead }) => rowsRead },
  kept: { heading: 'Kept', unit: 'number', value: ({ rowsKept }) => rowsKept },
  suppressed: { heading: 'Suppressed', unit: 'number', value: ({ suppressedCells }) => suppressedCells },
  jumps: { heading: 'Jumps', unit: 'number', value: ({ jumps }) => jumps.length },
  imported: { heading: 'Imported', value: ({ importedAt }) => importedAt },
} satisfies ListColumns<PublishedFile>;
