import { ROUNDING_BASE, roundForPublication } from '../disclosure-rounding';

/**
 * Mark on a published cell: empty for a value, `c` for 0 to 4, `w` for withheld to protect another cell (any
 * number), `x` for a number that is zero by construction.
 */
export type CellStatus = '' | 'c' | 'w' | 'x';

/** `whole` people as counted; `real` for projections and FTE, rounded half-up to whole people before the rule. */
export type FigureKind = 'whole' | 'real';

/** A cell as it leaves the owning organisation. */
export interface PublishedCell {
  readonly value: number | null;
  readonly status: CellStatus;
}

/** The numbers between which a true value lies. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Whole people from 0 to 4: a reader must never know more of a hidden cell than an interval this wide. */
export const PROTECTED_WIDTH = ROUNDING_BASE - 1;

/** Denominator below which no percentage is published. */
export const LEAST_DENOMINATOR = 20;

export const WITHHELD: PublishedCell = { value: null, status: 'w' };
export const STRUCTURAL_ZERO: PublishedCell = { value: 0, status: 'x' };

/** The rule as a release's manifest states it. */
export const DISCLOSURE_RULE = {
  id: 'coarse-nearest-5-hide-under-5-audited/1',
  statement:
    'Counts of people and FTE under 5 are hidden (c: 0 to 4); cells that are zero by construction are marked x; all ' +
    'others are rounded half-up to the nearest 5 from the true value, never from rounded parts. Cells marked w are ' +
    'withheld to protect others and may be any number. FTE follows headcount. Projected figures that ' +
    'differ from those last published by three people or fewer in an organisation stay as published. Everything ever published was audited ' +
    'together: no hidden cell is known more closely than its legend says.',
} as const;

/** The rule for one cell, deterministic in its true value alone. */
export function publishCount(trueValue: number): PublishedCell {
  return roundForPublication(trueValue);
}

/**
 * What a reader of the legend knows of a published cell. A real value half a person below a whole one rounds up
 * to it, so the interval of a real value is half a person wider at each end.
 */
export function legendInterval({ value, status }: PublishedCell, kind: FigureKind): Interval {
  const half = kind === 'real' ? 0.5 : 0;
  if (status === 'w') return { low: 0, high: Infinity };
  if (status === 'c') return { low: 0, high: PROTECTED_WIDTH + half };
  if (status === 'x' || value === null) return { low: 0, high: 0 };
  return { low: Math.max(ROUNDING_BASE, value - 2) - half, high: value + 2 + half };
}

/** Half-up to whole people, as the rule rounds. */
export function wholePeople(value: number): number {
  return Math.floor(value + 0.5);
}

/**
 * A percentage from published counts only, to one decimal; null where either is hidden or the denominator is
 * under 20. It tells nothing that the two counts do not.
 */
export function publishedPercentage(part: PublishedCell, whole: PublishedCell): number | null {
  if (part.value === null || whole.value === null || whole.value < LEAST_DENOMINATOR) return null;
  return Math.round((1000 * part.value) / whole.value) / 10;
}
