export const FOUR_LINES = ['contracted', 'worked', 'establishment', 'requirement'] as const;
export type FourLine = (typeof FOUR_LINES)[number];

export const WORKED_PARTS = ['overtime', 'bank', 'agency', 'timing', 'leave', 'residual'] as const;
export type WorkedPart = (typeof WORKED_PARTS)[number];

export type LineSource = 'esr-extract' | 'ledger' | 'actual-figures' | 'projection' | 'projection-assumed';

/** Hundred-thousandths of a WTE; null for what is not loaded. */
export interface FourLinesRow {
  readonly staffGroup: string;
  readonly name: string;
  readonly lines: Readonly<Record<FourLine, number | null>>;
  readonly vacancies: number | null;
  readonly unfunded: number | null;
  readonly difference: number | null;
  readonly parts: Readonly<Record<WorkedPart, number>> | null;
}

export interface FourLinesMonth {
  readonly month: string;
  readonly sources: Readonly<Record<FourLine, LineSource | null>>;
  /** All staff first. */
  readonly rows: readonly FourLinesRow[];
}

export interface FourLinesYear {
  readonly firstYear: number;
  readonly months: readonly FourLinesMonth[];
}

export type ReturnEmployment = 'total' | 'substantive' | 'bank' | 'agency';
export type ReturnFigures = Readonly<Record<ReturnEmployment, number>>;

/** What a period displays: it adds up down and across. */
export interface DisplayedPeriod {
  readonly lines: readonly ReturnFigures[];
  readonly total: ReturnFigures;
}

export interface ReturnPeriod {
  readonly kind: 'baseline' | 'outturn' | 'month' | 'year-end';
  readonly month: string;
  readonly moneyFrom: string | null;
  /** Tenths of a WTE. */
  readonly wte: DisplayedPeriod;
  /** Pounds. */
  readonly pounds: DisplayedPeriod | null;
}

/** The workforce return of an organisation or a sum. */
export interface WorkforceReturn {
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly scenario: { readonly id: string; readonly name: string };
  readonly result: { readonly id: string; readonly kind: 'run' | 'roll-up'; readonly resultSha256: string };
  readonly runIds: readonly string[];
  readonly lineSet: {
    readonly version: number;
    readonly name: string;
    readonly validFrom: string;
    readonly status: string;
    readonly source: string;
    readonly lines: readonly {
      readonly code: string;
      readonly label: string;
      readonly staffGroups: readonly string[];
    }[];
  };
  readonly periods: readonly ReturnPeriod[];
}
