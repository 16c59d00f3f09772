import { monthNumber, monthText } from '../compilation/timeline';
import type { ResidualClass } from '../calibration/residual-growth-error';
import type { BacktestQuestion } from './backtest-question';
import { estimateResidual } from './estimate-residual';
import { typicalSpread } from './forecast-cells';
import { freezeHistory } from './freeze-history';
import { rollingGrowthErrors, type GrowthError } from './growth-errors';
import { nationalGrowthErrors } from './national-errors';

/** Everything that a band is made of. */
export interface BandEvidence {
  readonly residual: readonly ResidualClass[];
  readonly cells: readonly GrowthError[];
  readonly nation: readonly GrowthError[];
}

/** The residual growth error estimated without the months that are projected. */
export function bandEvidence({ trainTo, horizon, ...question }: BacktestQuestion): BandEvidence {
  const without = { after: trainTo, upTo: monthText(monthNumber(trainTo) + horizon) };
  const cells = rollingGrowthErrors({ ...question, without });
  const nation = nationalGrowthErrors({ ...question, without });
  const parameterDeviation = typicalSpread(freezeHistory(question.history, trainTo), question);
  return { residual: estimateResidual({ cells, nation, parameterDeviation }), cells, nation };
}
