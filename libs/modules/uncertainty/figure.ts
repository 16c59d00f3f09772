import { simulate } from '#engine';

import { ALL_STAFF, CompileMemory } from '../compilation';
import { compileProjection } from '../projection/compile-projection';
import { deriveLines } from '../projection/derive-lines';
import { MEASURES } from '../projection/measures';
import type { ProjectionInput, ResolvedAssumptions } from '../projection/projection-input';
import type { MonthlyMeasure } from '../projection/projection-output';

/** One figure of a projection that an analysis asks about. */
export interface Figure {
  readonly measure: MonthlyMeasure;
  /** Code of a staff group, or `all-staff` for the sum of all. */
  readonly staffGroup: string;
  /** Positions in the monthly series: a flow is summed over the months after `from` up to `to`, others are read at `to`. */
  readonly from: number;
  readonly to: number;
}

/** A figure that a projection does not have. */
export class UnknownFigureError extends Error {
  readonly code = 'unknown-figure';

  constructor(message: string) {
    super(message);
    this.name = 'UnknownFigureError';
  }
}

/** The figures under other assumptions of the same input, central case. */
export type FiguresUnder = (assumptions: ResolvedAssumptions) => readonly number[];

/**
 * Prepares the central case of an input for many sets of assumptions, of which each differs little from
 * the one before: what they share is compiled once. With the input's own assumptions the figures are those
 * of `project`, to the bit.
 *
 * @throws UnknownFigureError if a figure names a staff group or month that the input has not.
 */
export function prepareFigures(input: ProjectionInput, figures: readonly Figure[]): FiguresUnder {
  const memory = new CompileMemory();
  const { timeline } = compileProjection(input, memory).context;
  figures.forEach((figure) => assertKnown(figure, input, timeline.months));
  return (assumptions) => {
    const compiled = compileProjection({ ...input, assumptions }, memory);
    const lines = simulate(compiled.engine).groups.map((group, index) => ({
      code: group.code,
      series: deriveLines(group, index, compiled),
    }));
    return figures.map((figure) =>
      lines
        .filter(({ code }) => figure.staffGroup === ALL_STAFF || figure.staffGroup === code)
        .reduce((sum, { series }) => sum + valueOf(figure, series[figure.measure]), 0),
    );
  };
}

function valueOf({ measure, from, to }: Figure, series: readonly number[]): number {
  if (MEASURES[measure].kind !== 'flow') return series[to] ?? NaN;
  return series.slice(from + 1, to + 1).reduce((sum, value) => sum + value, 0);
}

function assertKnown({ staffGroup, from, to }: Figure, input: ProjectionInput, months: number): void {
  const codes = [ALL_STAFF, ...input.staffGroups.map(({ code }) => code)];
  if (!codes.includes(staffGroup)) {
    throw new UnknownFigureError(`there is no staff group ${staffGroup}: use one of ${codes.join(', ')}`);
  }
  if (!(from >= 0 && from <= to && to <= months)) {
    throw new UnknownFigureError(
      `months ${from} to ${to} are not in the projection: use positions from 0 to ${months}, in order`,
    );
  }
}
