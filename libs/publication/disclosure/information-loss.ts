import { ROUNDING_BASE } from '../disclosure-rounding';
import { wholePeople } from './disclosure-rule';

/** A released cell with what it hides or rounds. */
export interface MeasuredCell {
  readonly trueValue: number;
  readonly value: number | null;
  readonly status: string;
  readonly isProtected: boolean;
}

/** What protection cost the reader. */
export interface InformationLoss {
  readonly cells: number;
  /** Cells under 5, and those hidden because the cell they are projected from is. */
  readonly sensitiveCells: number;
  readonly otherCells: number;
  /** Cells that are not sensitive and yet withheld. */
  readonly withheldCells: number;
  readonly publishedCells: number;
  /** Sum over published cells of the distance from the true value in whole people. */
  readonly absoluteError: number;
}

/** Counts what is withheld and how far published values are from the truth. */
export function informationLoss(cells: readonly MeasuredCell[]): InformationLoss {
  const isSensitive = (cell: MeasuredCell): boolean =>
    cell.isProtected || wholePeople(cell.trueValue) < ROUNDING_BASE;
  const counted = cells.filter(({ status }) => status !== 'x');
  const others = counted.filter((cell) => !isSensitive(cell));
  const published = counted.filter(({ status }) => status === '');
  return {
    cells: counted.length,
    sensitiveCells: counted.length - others.length,
    otherCells: others.length,
    withheldCells: others.filter(({ value }) => value === null).length,
    publishedCells: published.length,
    absoluteError: published.reduce(
      (sum, { value, trueValue }) => sum + Math.abs((value ?? 0) - wholePeople(trueValue)),
      0,
    ),
  };
}
