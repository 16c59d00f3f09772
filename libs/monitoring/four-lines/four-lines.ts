/** Hundred-thousandths of a WTE: every difference and sum is exact. */
export const FOUR_LINES_SCALE = 100_000;
/** Whole hundred-thousandths of a WTE; null for what is not loaded. */
export type WteUnits = number | null;

export const FOUR_LINES = ['contracted', 'worked', 'establishment', 'requirement'] as const;
export type FourLine = (typeof FOUR_LINES)[number];

/** Work above contracts, by how it is paid for. */
export const EXTRA_WORK = ['overtime', 'bank', 'agency'] as const;
export type ExtraWork = (typeof EXTRA_WORK)[number];

/** What lies between contracted and worked WTE, in order; the parts add up to the difference exactly. */
export const WORKED_PARTS = [...EXTRA_WORK, 'timing', 'leave', 'residual'] as const;
export type WorkedPart = (typeof WORKED_PARTS)[number];

/** What is loaded of a staff group and month. */
export interface LoadedMonth {
  readonly lines: Readonly<Record<FourLine, WteUnits>>;
  /** Worked WTE that the ledger has under overtime, bank and agency, as paid in the month. */
  readonly paid: Readonly<Record<ExtraWork, WteUnits>>;
  /** The same from the roster's hours, as worked in the month. */
  readonly rostered: Readonly<Record<ExtraWork, WteUnits>>;
  /** WTE in post and away on maternity or adoption leave; null where not known. */
  readonly onLeave: WteUnits;
}

/** The four lines of a staff group and month, and what lies between them. */
export interface FourLinesOfMonth {
  readonly lines: Readonly<Record<FourLine, WteUnits>>;
  /** Establishment less contracted. */
  readonly vacancies: WteUnits;
  /** Requirement less establishment. */
  readonly unfunded: WteUnits;
  /** Worked less contracted. */
  readonly difference: WteUnits;
  /** Parts of the difference; null where worked or contracted is not loaded. */
  readonly parts: Readonly<Record<WorkedPart, number>> | null;
}

/**
 * What the data say of the differences. Overtime, bank and agency are those of the roster where it has them, else
 * those of the ledger. Timing: what the ledger paid of them in the month less what the roster says was worked. Leave:
 * those in post who are away on maternity or adoption leave. Residual: the rest, so that
 * `contracted + parts = worked` to the last digit.
 */
export function explainMonth(loaded: LoadedMonth): FourLinesOfMonth {
  const { contracted, worked, establishment, requirement } = loaded.lines;
  return {
    lines: loaded.lines,
    vacancies: lessBy(establishment, contracted),
    unfunded: lessBy(requirement, establishment),
    difference: lessBy(worked, contracted),
    parts: contracted === null || worked === null ? null : partsOf(loaded, worked - contracted),
  };
}

function partsOf({ paid, rostered, onLeave }: LoadedMonth, difference: number): Record<WorkedPart, number> {
  const extra = Object.fromEntries(
    EXTRA_WORK.map((work) => [work, rostered[work] ?? paid[work] ?? 0]),
  ) as Record<ExtraWork, number>;
  const timing = EXTRA_WORK.reduce((sum, work) => sum + (lessBy(paid[work], rostered[work]) ?? 0), 0);
  const leave = -(onLeave ?? 0) + 0;
  const known = EXTRA_WORK.reduce((sum, work) => sum + extra[work], timing + leave);
  return { ...extra, timing, leave, residual: difference - known };
}

const lessBy = (a: WteUnits, b: WteUnits): WteUnits => (a === null || b === null ? null : a - b);

/** Staff groups together; a line is loaded where any group has it, since each source speaks for all of them. */
export function addMonths(months: readonly LoadedMonth[]): LoadedMonth {
  const sumOf = (pick: (month: LoadedMonth) => WteUnits): WteUnits => {
    const known = months.map(pick).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  };
  const extra = (source: 'paid' | 'rostered') =>
    Object.fromEntries(EXTRA_WORK.map((work) => [work, sumOf((month) => month[source][work])])) as Record<
      ExtraWork,
      WteUnits
    >;
  return {
    lines: Object.fromEntries(
      FOUR_LINES.map((line) => [line, sumOf((month) => month.lines[line])]),
    ) as Record<FourLine, WteUnits>,
    paid: extra('paid'),
    rostered: extra('rostered'),
    onLeave: sumOf((month) => month.onLeave),
  };
}
