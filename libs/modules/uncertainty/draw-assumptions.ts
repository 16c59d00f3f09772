import type { ProjectionInput, ResolvedAssumptions } from '../projection/projection-input';
import { uncertainAssumptions, withValues } from './uncertain-assumptions';

/** Draws the assumptions of an input. Draw 0 is the central case: the assumptions themselves. */
export type DrawAssumptions = (draw: number) => ResolvedAssumptions;

/**
 * Prepares the draws of an input's assumptions. Each is a function of seed, organisation code and number
 * of the draw alone, so that draws can be made anywhere in any order.
 */
export function assumptionDraws(input: ProjectionInput): DrawAssumptions {
  const uncertain = uncertainAssumptions(input);
  return (draw) =>
    draw === 0
      ? input.assumptions
      : withValues(
          input.assumptions,
          uncertain.map((each) => ({
            parameter: each.parameter,
            staffGroup: each.staffGroup,
            values: each.valuesAt(each.scoreOf(draw)),
          })),
        );
}
