import { exp, sharedScore, Substream, type EngineGroupOutput } from '#engine';

import { residualDeviation, residualGrowthErrorOf } from '../calibration/residual-growth-error';
import type { CompileContext, StartGroup } from '../compilation';
import { nationalScores } from './national-scores';

/**
 * Factors on the stocks of a staff group in a draw, one for each month end; 1 at the baseline. The next draw
 * writes over them.
 */
export type ResidualGrowth = (draw: number) => Float64Array;

/**
 * What no assumption explains: the stock of a group strays along one path a draw, by the factor
 * `exp(s sigma12 (h / 12)^H)` after `h` months, with one score `s` for organisation and staff group, a part
 * of which is the staff group's in all organisations. The median factor is 1, and draw 0 does not stray.
 * Source: projection model, section 5.
 */
export function residualGrowth({ group, totalFte }: StartGroup, context: CompileContext): ResidualGrowth {
  const { seed, organisation } = context.input;
  const error = residualGrowthErrorOf(totalFte);
  const deviations = Float64Array.from({ length: context.timeline.months + 1 }, (_, month) =>
    residualDeviation(error, month),
  );
  const name = `residual growth ${group.code}`;
  const national = nationalScores(seed, name);
  const own = new Substream(seed, `${name} of ${organisation.code}`);
  const factors = new Float64Array(deviations.length);
  return (draw) => {
    const score = draw === 0 ? 0 : sharedScore(error.nationalShare, national(draw), own.normal(draw));
    for (let month = 0; month < factors.length; month += 1) {
      factors[month] = exp(score * (deviations[month] as number));
    }
    return factors;
  };
}

/** The stocks of a draw with their factors: people, FTE, available FTE and what they cost. Flows stay. */
export function strayed(simulated: EngineGroupOutput, factors: Float64Array): EngineGroupOutput {
  const scaled = (stock: Float64Array): Float64Array =>
    stock.map((value, month) => value * (factors[month] ?? 1));
  const scaledFlow = (flow: Float64Array): Float64Array =>
    flow.map((value, month) => value * (factors[month + 1] ?? 1));
  return {
    ...simulated,
    headcount: scaled(simulated.headcount),
    fte: scaled(simulated.fte),
    availableFte: scaled(simulated.availableFte),
    costs: simulated.costs.map(scaledFlow),
  };
}
