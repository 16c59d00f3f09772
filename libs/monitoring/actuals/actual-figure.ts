import type { ReportedLine, WholeUnits } from '../variance';

/** One figure of a staff group and month, in whole numbers of the smallest unit of its line. */
export interface MonthFigure {
  readonly staffGroup: string;
  /** `YYYY-MM` */
  readonly month: string;
  readonly line: ReportedLine;
  readonly units: WholeUnits;
}

export const figureKey = ({ staffGroup, month, line }: Omit<MonthFigure, 'units'>): string =>
  `${staffGroup}|${month}|${line}`;

/** A figure that a file changes; null before the first. */
export interface FigureChange extends MonthFigure {
  readonly before: WholeUnits | null;
}

/** What a file of actual figures holds and does. */
export interface ActualsReport {
  /** Of the upload; null of a preview, and of a file that changes nothing. */
  readonly id: string | null;
  readonly fileName: string;
  readonly sha256: string;
  readonly rowsRead: number;
  /** First and last month of the file. */
  readonly from: string;
  readonly to: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Figures that are there already and get another value, as many as an answer holds. */
  readonly changes: readonly FigureChange[];
}

/** A file that brought figures. */
export interface ListedUpload extends ActualsReport {
  /** Null of the watched folder. */
  readonly uploadedBy: string | null;
  readonly uploadedAt: string;
}
