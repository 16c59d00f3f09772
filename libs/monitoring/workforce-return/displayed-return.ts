import { wholeParts } from '../variance';

/** How staff are employed, as a return has them. */
export const RETURN_EMPLOYMENTS = ['substantive', 'bank', 'agency'] as const;
export type ReturnEmployment = (typeof RETURN_EMPLOYMENTS)[number];

/** Figures of a line in a period by employment, in units that are not rounded yet. */
export type EmploymentFigures = Readonly<Record<ReturnEmployment, number>>;
/** Whole displayed units, and their sum. */
export type DisplayedFigures = Readonly<Record<ReturnEmployment | 'total', number>>;

/** The displayed figures of a period: each line, and all lines together. */
export interface DisplayedPeriod {
  readonly lines: readonly DisplayedFigures[];
  readonly total: DisplayedFigures;
}

/**
 * Rounds a period so that what is displayed adds up both ways. The total of everything is rounded first; the totals
 * of substantive, bank and agency share it out by largest remainders; the lines of each share out its total in the same way. The
 * total of a line is the sum of what the line displays. Each displayed figure is less than one unit from its value but for
 * rounding passed on, the total of everything at most half a unit.
 */
export function displayPeriod(lines: readonly EmploymentFigures[]): DisplayedPeriod {
  const sums = RETURN_EMPLOYMENTS.map((employment) => lines.reduce((sum, line) => sum + line[employment], 0));
  const whole = Math.round(sums.reduce((sum, value) => sum + value, 0));
  const totals = wholeParts(sums, whole);
  const columns = RETURN_EMPLOYMENTS.map((employment, index) =>
    lines.length === 0
      ? []
      : wholeParts(
          lines.map((line) => line[employment]),
          totals[index] ?? 0,
        ),
  );
  return {
    lines: lines.map((_, row) => displayed(columns.map((column) => column[row] ?? 0))),
    total: displayed(totals),
  };
}

function displayed(values: readonly number[]): DisplayedFigures {
  const [substantive = 0, bank = 0, agency = 0] = values;
  return { substantive, bank, agency, total: substantive + bank + agency };
}
