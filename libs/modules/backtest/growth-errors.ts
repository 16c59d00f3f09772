import { log } from '#engine';

import { monthNumber, monthText } from '../compilation/timeline';
import type { ProjectionReach } from './calibrated-input';
import { freezeHistory } from './freeze-history';
import { projectCells } from './project-cells';
import type { OrganisationSuccession, PublishedHistory } from './published-history';
import { restateHistory } from './restate-history';

/** By how much a cell's FTE came out above its projection: `ln(actual / projected)`. */
export interface GrowthError {
  readonly origin: string;
  readonly horizon: number;
  /** Code of the organisation. */
  readonly organisation: string;
  readonly staffGroup: string;
  /** FTE at the origin. */
  readonly opening: number;
  readonly error: number;
}

/** Months whose outcomes must not be used: those after `after`, up to and including `upTo`. */
export interface ClosedWindow {
  readonly after: string;
  readonly upTo: string;
}

export interface RollingQuestion {
  readonly history: PublishedHistory;
  readonly successions: readonly OrganisationSuccession[];
  readonly policyOf: ProjectionReach['policyOf'];
}

/** Horizons at which errors are taken. */
export const ERROR_HORIZONS: readonly number[] = [3, 6, 9, 12];
/** Months before the first origin, and between origins. */
const FIRST_ORIGIN = 2;
const BETWEEN_ORIGINS = 3;
/** Stocks below this say nothing of growth: one person more is a multiple. */
const SMALLEST_FTE = 1;

/** Errors of the calibrated engine from many origins, each with what was known then. */
export function rollingGrowthErrors(question: RollingQuestion): readonly GrowthError[] {
  const { months } = question.history;
  const origins = months.filter(
    (_, index) => index >= FIRST_ORIGIN && (index - FIRST_ORIGIN) % BETWEEN_ORIGINS === 0,
  );
  return origins.flatMap((origin) => errorsFrom(origin, question));
}

function errorsFrom(origin: string, question: RollingQuestion): readonly GrowthError[] {
  const { history, successions, policyOf } = question;
  const lastMonth = monthNumber(history.months.at(-1) ?? '');
  const horizons = ERROR_HORIZONS.filter((horizon) => monthNumber(origin) + horizon <= lastMonth);
  const longest = horizons.at(-1);
  if (longest === undefined) return [];
  const window = { trainTo: origin, lastTarget: monthText(monthNumber(origin) + longest) };
  const { history: restated, transferred } = restateHistory(history, successions, window);
  const scored = new Map(restated.organisations.map((organisation) => [organisation.code, organisation]));
  const start = restated.months.indexOf(origin);
  return projectCells(freezeHistory(restated, origin), { horizon: longest, policyOf }).flatMap(
    ({ cell, opening, path }) => {
      if (transferred.includes(cell.organisation) || opening < SMALLEST_FTE) return [];
      const actuals = scored.get(cell.organisation)?.fte[cell.staffGroup] ?? [];
      return horizons.flatMap((horizon): GrowthError[] => {
        const actual = actuals[start + horizon] ?? null;
        const projected = path[horizon - 1] ?? 0;
        if (actual === null || actual <= 0 || projected <= 0) return [];
        const { organisation, staffGroup } = cell;
        return [{ origin, horizon, organisation, staffGroup, opening, error: log(actual / projected) }];
      });
    },
  );
}

/** The errors that share no month with a window: what may be known of errors when that window is projected. */
export function errorsOutside(errors: readonly GrowthError[], window: ClosedWindow): readonly GrowthError[] {
  return errors.filter(({ origin, horizon }) => {
    const target = monthText(monthNumber(origin) + horizon);
    return origin >= window.upTo || target <= window.after;
  });
}
