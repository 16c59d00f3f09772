import type { ReportUnit } from '#modules/reporting';
import type { View, ViewTable } from '#views';
import type { ChartOfPaper } from './charts/chart-of-paper';

/** A heading; level 1 opens a part of the paper, the title stands above all. */
export interface PaperHeading {
  readonly kind: 'heading';
  readonly level: 1 | 2 | 3;
  readonly text: string;
}

/** A paragraph: the sentence that leads a part, plain text, or a remark on what stands above it. */
export interface PaperParagraph {
  readonly kind: 'paragraph';
  readonly tone: 'lead' | 'plain' | 'note';
  readonly text: string;
}

/** A table under its title; its first column names the rows. */
export interface PaperTable {
  readonly kind: 'table';
  readonly table: ViewTable;
}

/** A chart with the words that stand for it where it cannot be seen. */
export interface PaperFigure {
  readonly kind: 'figure';
  readonly title: string;
  readonly alternative: string;
  readonly chart: ChartOfPaper;
}

export type PaperBlock = PaperHeading | PaperParagraph | PaperTable | PaperFigure;

/**
 * A paper as it is read, before it has a format: one description for Word, PDF, workbook and web page. It
 * holds everything that a file depends on, the time at which it is made out included.
 */
export interface Paper {
  /** Short name, for the file. */
  readonly key: string;
  readonly title: string;
  readonly subtitle: string;
  /** Version, hash and state, one line each: what identifies the paper. */
  readonly identity: readonly (readonly [label: string, value: string])[];
  /** ISO 8601: the last moment that the paper tells of. No file says when it was written. */
  readonly madeAt: string;
  readonly source: View['source'];
  readonly blocks: readonly PaperBlock[];
}

/** BCP 47: every paper is in British English. */
export const PAPER_LANGUAGE = 'en-GB';

export const heading = (level: PaperHeading['level'], text: string): PaperHeading => ({
  kind: 'heading',
  level,
  text,
});

export const paragraph = (text: string, tone: PaperParagraph['tone'] = 'plain'): PaperParagraph => ({
  kind: 'paragraph',
  tone,
  text,
});

/** A column of a table: key, label, unit. */
export interface PaperColumn {
  readonly key: string;
  readonly label: string;
  readonly unit: ReportUnit;
}

export const column = (key: string, label: string, unit: ReportUnit = 'text'): PaperColumn => ({
  key,
  label,
  unit,
});

/** Rows by the keys of their columns; what a row does not have is empty. */
export type PaperRow = Readonly<Record<string, string | number | null>>;

/** A table of rows; null where there are none, which a paper says in words instead. */
export function tableOf(
  [key, title]: readonly [key: string, title: string],
  columns: readonly PaperColumn[],
  rows: readonly PaperRow[],
): PaperTable | null {
  if (rows.length === 0) return null;
  const cells = rows.map((row) => columns.map(({ key: name, unit }) => ({ value: row[name] ?? null, unit })));
  return { kind: 'table', table: { key, title, columns, rows: cells } };
}

/** The table, or a sentence in its place. */
export const tableOr = (table: PaperTable | null, sentence: string): PaperBlock =>
  table ?? paragraph(sentence);
