import { monthNumber, monthText } from '../compilation/timeline';
import type { BacktestQuestion } from './backtest-question';
import type { BacktestReport } from './backtest-report';
import { bandEvidence, collectGrowthErrors, type GrowthErrors } from './band-evidence';
import { forecastCells } from './forecast-cells';
import { freezeHistory } from './freeze-history';
import { reportOf } from './report-outcomes';
import { restateHistory } from './restate-history';

/**
 * Freezes the history at a month, calibrates and projects with the product's engine on what was known then,
 * and holds the projection, and simple methods on the same cells, against what came.
 *
 * @param errors those of the same history, where several backtests share them.
 * @throws RangeError if the month is not in the history or the horizon is not a whole number of months from 1 up.
 */
export function runBacktest(question: BacktestQuestion, errors?: GrowthErrors): BacktestReport {
  const { history, successions, trainTo, horizon } = question;
  if (!Number.isInteger(horizon) || horizon < 1) {
    throw new RangeError(`the horizon is a whole number of months from 1 up, not ${horizon}`);
  }
  const window = { trainTo, lastTarget: monthText(monthNumber(trainTo) + horizon) };
  const restated = restateHistory(history, successions, window);
  const band = bandEvidence(errors ?? collectGrowthErrors(question), question);
  const frozen = freezeHistory(restated.history, trainTo);
  const forecasts = forecastCells(frozen, question, band.residual);
  return reportOf(forecasts, { question, restated, band });
}
