import { simulateFast } from './fast-kernel/simulate-fast';
import type { EngineInput, EngineOptions, EngineOutput } from './model';
import { simulateReadable } from './simulate-readable';
import { validateEngineInput } from './validate';

/**
 * Simulates one organisation over `input.months` months, central case: by the WebAssembly kernel where
 * there is one, else by the readable engine. Both give the same bits.
 *
 * @returns monthly totals by group: stocks of `months + 1` values (the opening first), flows of `months`.
 * @throws EngineInputError if the input is not valid, naming each problem.
 * @throws EngineInvariantError if flows do not balance or a stock turns negative: a defect of the engine.
 * Source: projection model, section 3.
 */
export function simulate(input: EngineInput, options: EngineOptions = { cellMonths: [] }): EngineOutput {
  validateEngineInput(input);
  const fast = options.chanceOf === undefined ? simulateFast(input, options) : null;
  return fast ?? simulateReadable(input, options);
}
