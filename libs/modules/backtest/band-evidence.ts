import { monthNumber, monthText } from '../compilation/timeline';
import type { ResidualClass } from '../calibration/residual-growth-error';
import { estimateResidual } from './estimate-residual';
import { typicalSpread } from './forecast-cells';
import { freezeHistory } from './freeze-history';
import { errorsOutside, rollingGrowthErrors, type GrowthError, type RollingQuestion } from './growth-errors';
import { nationalGrowthErrors } from './national-errors';

/** Errors of the calibrated engine from every origin that the history allows. */
export interface GrowthErrors {
  readonly cells: readonly GrowthError[];
  readonly nation: readonly GrowthError[];
}

/** Everything that a band is made of. */
export interface BandEvidence extends GrowthErrors {
  readonly residual: readonly ResidualClass[];
}

/** Errors of organisations' cells and of national groups; the costly part of several backtests of one history. */
export function collectGrowthErrors(question: RollingQuestion): GrowthErrors {
  return { cells: rollingGrowthErrors(question), nation: nationalGrowthErrors(question) };
}

/** The residual growth error estimated from errors that share no month with those projected. */
export function bandEvidence(
  errors: GrowthErrors,
  question: RollingQuestion & { readonly trainTo: string; readonly horizon: number },
): BandEvidence {
  const { trainTo, horizon } = question;
  const window = { after: trainTo, upTo: monthText(monthNumber(trainTo) + horizon) };
  const outside = {
    cells: errorsOutside(errors.cells, window),
    nation: errorsOutside(errors.nation, window),
  };
  const parameterDeviation = typicalSpread(freezeHistory(question.history, trainTo), question);
  return { ...outside, residual: estimateResidual({ ...outside, asAt: trainTo, parameterDeviation }) };
}

/** The residual growth error from all that the history allows: what the product ships. */
export function allResidual(
  question: RollingQuestion,
  errors: GrowthErrors = collectGrowthErrors(question),
): BandEvidence {
  const lastMonth = question.history.months.at(-1) ?? '';
  const parameterDeviation = typicalSpread(freezeHistory(question.history, lastMonth), question);
  return { ...errors, residual: estimateResidual({ ...errors, asAt: lastMonth, parameterDeviation }) };
}
