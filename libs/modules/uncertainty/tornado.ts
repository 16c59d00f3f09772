import { checkProjectionInput } from '../projection/check-projection-input';
import type { ProjectionInput } from '../projection/projection-input';
import { prepareFigures, type Figure } from './figure';
import { uncertainAssumptions, withValues, type UncertainAssumption } from './uncertain-assumptions';

/** What one uncertain assumption does to the figures, all others at their values. */
export interface TornadoBar {
  /** Key of the parameter. */
  readonly parameter: string;
  readonly label: string;
  /** Code of the staff group, or `all-staff`. */
  readonly staffGroup: string;
  /** The assumption itself in the round's last year. */
  readonly assumption: { readonly low: number; readonly value: number; readonly high: number };
  /** Figures with the assumption at its low (P10) and at its high (P90) in every year. */
  readonly atLow: readonly number[];
  readonly atHigh: readonly number[];
  /** Distance of the two, by figure. */
  readonly swing: readonly number[];
}

export interface Tornado {
  readonly figures: readonly Figure[];
  readonly central: readonly number[];
  /** Widest swing of the first figure first. */
  readonly bars: readonly TornadoBar[];
}

/**
 * Each uncertain assumption at its low and at its high, one at a time: its effect on the figures. The
 * central figures are those of `project`, to the bit.
 *
 * @throws ProjectionInputError if the input contradicts itself.
 * @throws UnknownFigureError if a figure is not in the projection.
 */
export function tornado(input: ProjectionInput, figures: readonly Figure[]): Tornado {
  checkProjectionInput(input);
  const figuresUnder = prepareFigures(input, figures);
  const under = (assumption: UncertainAssumption, values: readonly number[]): readonly number[] =>
    figuresUnder(withValues(input.assumptions, [{ ...assumption, values }]));
  const bars = uncertainAssumptions(input).map((assumption) => {
    const { low, values, high } = assumption.range;
    const atLow = under(assumption, low);
    const atHigh = under(assumption, high);
    return {
      parameter: assumption.parameter.key,
      label: assumption.parameter.label,
      staffGroup: assumption.staffGroup,
      assumption: { low: low.at(-1) ?? NaN, value: values.at(-1) ?? NaN, high: high.at(-1) ?? NaN },
      atLow,
      atHigh,
      swing: atHigh.map((value, figure) => Math.abs(value - (atLow[figure] ?? NaN))),
    };
  });
  return {
    figures,
    central: figuresUnder(input.assumptions),
    bars: bars.sort((left, right) => (right.swing[0] ?? 0) - (left.swing[0] ?? 0)),
  };
}
