import { monthNumber, monthText } from '../compilation/timeline';
import type { BacktestQuestion } from './backtest-question';
import { freezeHistory } from './freeze-history';
import { projectCells } from './project-cells';
import type { Cell } from './published-history';
import { restateHistory } from './restate-history';

/** A year of one organisation's staff group as it was projected on its eve, and as it came. */
export interface ProjectedYear {
  readonly cell: Cell;
  /** FTE of the eve of the year (index 0) and of its months. */
  readonly plan: readonly number[];
  /** The same months as published; null where a figure is withheld or missing. */
  readonly actual: readonly (number | null)[];
}

/**
 * The projections of `horizon` months after `trainTo` by the calibrated engine on what was known then, each
 * with what came. Organisations that gave or took a part of their staff meanwhile are left out.
 *
 * @throws RangeError if `trainTo` is not in the history.
 */
export function projectYear(question: BacktestQuestion): readonly ProjectedYear[] {
  const { history, successions, trainTo, horizon, systems } = question;
  const lastTarget = monthText(monthNumber(trainTo) + horizon);
  const restated = restateHistory(history, successions, { trainTo, lastTarget });
  const scored = restated.history.organisations.filter(
    ({ code, system }) =>
      !restated.transferred.includes(code) && (systems === undefined || systems.includes(system ?? '')),
  );
  const byCode = new Map(scored.map((organisation) => [organisation.code, organisation]));
  const eve = history.months.indexOf(trainTo);
  return projectCells(freezeHistory(restated.history, trainTo), question).flatMap(
    ({ cell, opening, path }): readonly ProjectedYear[] => {
      const published = byCode.get(cell.organisation)?.fte[cell.staffGroup];
      if (published === undefined) return [];
      const actual = Array.from({ length: horizon + 1 }, (_, month) => published[eve + month] ?? null);
      return [{ cell, plan: [opening, ...path], actual }];
    },
  );
}
