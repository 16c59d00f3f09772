import { log } from '#engine';

import { monthNumber, monthText } from '../compilation/timeline';
import type { ProjectionReach } from './calibrated-input';
import type { GrowthError } from './growth-errors';
import { nationalFte, nationalUnit } from './nation';
import { projectUnit } from './project-cells';
import type { PublishedHistory } from './published-history';

export interface NationalErrorQuestion {
  readonly history: Pick<PublishedHistory, 'nation' | 'staffGroups'>;
  readonly policyOf: ProjectionReach['policyOf'];
}

/** Horizons at which national errors are taken. */
export const NATIONAL_HORIZONS: readonly number[] = [12, 24, 36, 48, 60];
/** Years of the series before the first origin. */
const FIRST_ORIGIN_MONTHS = 24;
const BETWEEN_ORIGINS = 6;
/** Groups that hold too few people for their growth to be the nation's. */
const SMALLEST_FTE = 5000;

/** Errors of the calibrated engine on England's own series, from origins every half year. */
export function nationalGrowthErrors(question: NationalErrorQuestion): readonly GrowthError[] {
  return nationalOrigins(question.history, BETWEEN_ORIGINS).flatMap((origin) => errorsFrom(origin, question));
}

/** Months from two years into the national series on, so many apart. */
export function nationalOrigins(
  { nation }: Pick<PublishedHistory, 'nation'>,
  apart: number,
): readonly string[] {
  const first = Math.max(
    ...Object.values(nation).map(({ lastMonth, fte }) => monthNumber(lastMonth) - fte.length + 1),
  );
  const last = Math.max(...Object.values(nation).map(({ lastMonth }) => monthNumber(lastMonth)));
  const origins: string[] = [];
  for (let month = first + FIRST_ORIGIN_MONTHS; month < last; month += apart) origins.push(monthText(month));
  return origins;
}

function errorsFrom(origin: string, { history, policyOf }: NationalErrorQuestion): readonly GrowthError[] {
  const unit = nationalUnit(history, origin);
  if (unit === null) return [];
  const longest = NATIONAL_HORIZONS.at(-1) ?? 0;
  const paths = projectUnit(unit, { horizon: longest, policyOf });
  return unit.groups.flatMap(({ definition, fte }, group) =>
    NATIONAL_HORIZONS.flatMap((horizon): GrowthError[] => {
      const target = monthText(monthNumber(origin) + horizon);
      const actual = nationalFte(history, definition.code, target);
      const projected = paths[group]?.[horizon - 1] ?? 0;
      const opening = fte.at(-1) ?? 0;
      if (actual === null || projected <= 0 || opening < SMALLEST_FTE) return [];
      return [
        {
          origin,
          horizon,
          organisation: unit.code,
          staffGroup: definition.code,
          opening,
          error: log(actual / projected),
        },
      ];
    }),
  );
}
