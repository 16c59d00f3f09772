/** A figure in whole numbers of the smallest unit of its line: exact, and safe up to 9 x 10^15. */
export type WholeUnits = number;

/** What the figures of a line count, with the places after the decimal point that are kept. */
export interface MonitoredUnit {
  readonly unit: 'wte' | 'pounds' | 'share';
  /** Smallest units in one: 100 are hundredths of a WTE, or pence. */
  readonly scale: number;
}

const WTE: MonitoredUnit = { unit: 'wte', scale: 100 };
const POUNDS: MonitoredUnit = { unit: 'pounds', scale: 100 };
/** A share in thousandths of a percentage point. */
const SHARE: MonitoredUnit = { unit: 'share', scale: 100_000 };

/**
 * What is reported of a month: posts and people in WTE at its end (`establishment`, `substantive`), WTE that
 * joined and left in it, bank and agency WTE worked and pay of the month, and sickness absence as a share of
 * WTE days.
 */
export const REPORTED_LINES = {
  establishment: WTE,
  substantive: WTE,
  joiners: WTE,
  leavers: WTE,
  bank: WTE,
  agency: WTE,
  'substantive-pay': POUNDS,
  'bank-pay': POUNDS,
  'agency-pay': POUNDS,
  sickness: SHARE,
} as const satisfies Readonly<Record<string, MonitoredUnit>>;
export type ReportedLine = keyof typeof REPORTED_LINES;
export const REPORTED_LINE_NAMES = Object.keys(REPORTED_LINES) as readonly ReportedLine[];

/**
 * What is compared: `pay` is substantive, bank and agency pay together; `turnover` is the WTE that left since the
 * year began as a share of mean staff in post of these months ("left this organisation").
 */
export const COMPARED_LINES = {
  substantive: WTE,
  bank: WTE,
  agency: WTE,
  pay: POUNDS,
  sickness: SHARE,
  turnover: SHARE,
} as const satisfies Readonly<Record<string, MonitoredUnit>>;
export type ComparedLine = keyof typeof COMPARED_LINES;
export const COMPARED_LINE_NAMES = Object.keys(COMPARED_LINES) as readonly ComparedLine[];

/** Reported figures of one month; null where nothing is loaded, which is not 0. */
export type MonthFigures = Readonly<Record<ReportedLine, WholeUnits | null>>;

/** Staff in post on the eve of the year and the year's months from its first, as many as there are. */
export interface YearFigures {
  readonly openingSubstantive: WholeUnits | null;
  readonly months: readonly MonthFigures[];
}

/** A month of which nothing is loaded. */
export const NOTHING_LOADED = Object.fromEntries(
  REPORTED_LINE_NAMES.map((line) => [line, null]),
) as MonthFigures;

/** A figure in the smallest units of its line, rounded half away from 0. */
export function toWholeUnits(value: number, { scale }: MonitoredUnit): WholeUnits {
  const units = Math.round(Math.abs(value) * scale);
  return value < 0 && units > 0 ? -units : units;
}
