import { createKernel } from '../fast-kernel/kernel-instance';
import type { EngineInput } from '../model';
import { validateEngineInput } from '../validate';
import { collapse } from './collapse';
import { FastRuns } from './fast-runs';
import { ReadableRuns } from './readable-runs';
import type { EngineRuns, RunOptions } from './run-model';
import { centralRates, runShape } from './run-rates';

/**
 * Prepares many runs of one organisation that differ in rates only. Dimensions without differentiated
 * rates are collapsed first, which changes no total beyond rounding.
 *
 * @throws EngineInputError if the input is not valid, or exit rates differ within a period
 */
export function prepareRuns(input: EngineInput, options: RunOptions = {}): EngineRuns {
  validateEngineInput(input);
  const collapsed = collapse(input, options.keep ?? []);
  const shape = runShape(collapsed, options);
  const kernel = createKernel();
  return kernel === null
    ? new ReadableRuns(collapsed, shape, centralRates(collapsed, shape))
    : new FastRuns(collapsed, shape, kernel);
}
