/** Files of an employer with figures by month: the finance ledger, and the roster's hours. */
export const MONTHLY_FILE_KINDS = ['ledger', 'roster'] as const;
export type MonthlyFileKind = (typeof MONTHLY_FILE_KINDS)[number];

/** How work is paid for. Overtime is worked by employed staff above their contract. */
export const EMPLOYMENTS = ['substantive', 'overtime', 'bank', 'agency'] as const;
export type Employment = (typeof EMPLOYMENTS)[number];

/** What a figure is counted in: whole numbers of the smallest unit, so that every sum is exact. */
export const FIGURE_SCALES = {
  /** Hundred-thousandths of a WTE. */
  budgetedWte: 1e5,
  workedWte: 1e5,
  contractedWte: 1e5,
  /** Hundredths of an hour. */
  hours: 100,
  /** Pence of the month. */
  budget: 100,
  actual: 100,
} as const;
export type FigureMeasure = keyof typeof FIGURE_SCALES;
export const FIGURE_MEASURES = Object.keys(FIGURE_SCALES) as readonly FigureMeasure[];

/** Whole units by measure; null where the file says nothing. */
export type FigureUnits = Readonly<Record<FigureMeasure, number | null>>;
/** The same in WTE, hours and pounds. */
export type Figures = Readonly<Record<FigureMeasure, number | null>>;

export const NO_FIGURES: FigureUnits = {
  budgetedWte: null,
  workedWte: null,
  contractedWte: null,
  hours: null,
  budget: null,
  actual: null,
};

/** A staff group, and how its work is paid for; null for what is not mapped yet. */
export interface Post {
  readonly staffGroup: string | null;
  readonly employment: Employment | null;
}

/** What a row belongs to: a post, or nothing of this organisation. */
export type Place = Post | 'left-out';

export const UNMAPPED: Post = { staffGroup: null, employment: null };

/** Units as WTE, hours and pounds. */
export function toFigures(units: FigureUnits): Figures {
  return Object.fromEntries(
    FIGURE_MEASURES.map((measure) => {
      const value = units[measure];
      return [measure, value === null ? null : value / FIGURE_SCALES[measure]];
    }),
  ) as unknown as Figures;
}

/** The sum measure by measure; null only where no part says anything. */
export function addUnits(a: FigureUnits, b: FigureUnits): FigureUnits {
  return Object.fromEntries(
    FIGURE_MEASURES.map((measure) => {
      const [left, right] = [a[measure], b[measure]];
      return [measure, left === null ? right : right === null ? left : left + right];
    }),
  ) as unknown as FigureUnits;
}
