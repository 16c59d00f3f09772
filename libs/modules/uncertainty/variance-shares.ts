import { inverseNormal, sobolIndices } from '#engine';

import { compileProjection } from '../projection/compile-projection';
import type { ProjectionInput } from '../projection/projection-input';
import { prepareFigures, type Figure } from './figure';
import { headlineInput } from './headline-input';
import { tornado } from './tornado';
import { uncertainAssumptions, withValues } from './uncertain-assumptions';

/** How many of the assumptions with the widest swing are looked into, and how many samples each index takes. */
export interface VarianceOptions {
  readonly assumptions: number;
  readonly samples: number;
}

/** Which share of the variance of a figure an assumption explains; null where the figure does not vary. */
export interface VarianceShare {
  readonly parameter: string;
  readonly label: string;
  readonly staffGroup: string;
  /** Alone. */
  readonly firstOrder: number | null;
  /** With its part in interactions. */
  readonly total: number | null;
}

export interface VarianceShares {
  readonly figure: Figure;
  /** Variance of the figure when these assumptions vary and all others keep their values. */
  readonly variance: number;
  readonly samples: number;
  /** Largest total share first. */
  readonly shares: readonly VarianceShare[];
}

const DEFAULT_OPTIONS: VarianceOptions = { assumptions: 8, samples: 1024 };

/**
 * First-order and total Sobol indices of the assumptions with the widest swing of a figure (see `tornado`),
 * each varying over its own distribution. Estimates: with a thousand samples good to a few hundredths.
 *
 * @throws ProjectionInputError if the input contradicts itself.
 * @throws UnknownFigureError if the figure is not in the projection.
 */
export function varianceShares(
  input: ProjectionInput,
  figure: Figure,
  options: VarianceOptions = DEFAULT_OPTIONS,
): VarianceShares {
  const widest = tornado(input, [figure]).bars.slice(0, options.assumptions);
  const all = uncertainAssumptions(input);
  const chosen = widest.flatMap(({ parameter, staffGroup }) =>
    all.filter((each) => each.parameter.key === parameter && each.staffGroup === staffGroup),
  );
  const figuresUnder = prepareFigures(headlineInput(input, compileProjection(input).engine), [figure]);
  const [indices] = sobolIndices(
    chosen.map(({ parameter, staffGroup }) => `${parameter.key} ${staffGroup}`),
    (uniforms) =>
      figuresUnder(
        withValues(
          input.assumptions,
          chosen.map((each, place) => ({
            ...each,
            values: each.valuesAt(inverseNormal(uniforms[place] ?? NaN)),
          })),
        ),
      ),
    { seed: input.seed, samples: options.samples },
  );
  const shares = widest.map(({ parameter, label, staffGroup }, place) => ({
    parameter,
    label,
    staffGroup,
    firstOrder: indices?.firstOrder[place] ?? null,
    total: indices?.total[place] ?? null,
  }));
  return {
    figure,
    variance: indices?.variance ?? 0,
    samples: options.samples,
    shares: shares.sort((left, right) => (right.total ?? 0) - (left.total ?? 0)),
  };
}
