import type { EntityManager } from 'typeorm';
import { NotFoundError } from '#platform';
import { readActualFigures } from '../actuals/actuals.repository';
import type { StoredYear } from './group-years';
import {
  readMonitoredYears,
  readPlannedFigures,
  readReforecasts,
  type MonitoredYear,
  type Reforecast,
} from './monitored-year.repository';
import { monthsOfYear } from './planned-figures';
import { readThresholds, type StoredThresholds } from './threshold.repository';

/** Which year of which organisation. */
export interface YearKey {
  readonly organisationId: string;
  readonly firstYear: number;
}

/** A monitored year with everything that is stored of it. */
export interface YearContent {
  readonly year: MonitoredYear;
  readonly stored: StoredYear;
  /** Latest first. */
  readonly reforecasts: readonly Reforecast[];
  readonly thresholds: StoredThresholds;
}

/** @throws NotFoundError where no plan is frozen for the year */
export async function requireYear(
  manager: EntityManager,
  { organisationId, firstYear }: YearKey,
): Promise<MonitoredYear> {
  const years = await readMonitoredYears(manager, organisationId);
  const year = years.find((one) => one.firstYear === firstYear);
  if (year !== undefined) return year;
  throw new NotFoundError('No plan is frozen for this year: freeze one first.', {
    organisationId,
    firstYear,
  });
}

/** @throws NotFoundError where no plan is frozen for the year */
export async function readYearContent(manager: EntityManager, key: YearKey): Promise<YearContent> {
  const year = await requireYear(manager, key);
  const months = monthsOfYear(year.firstYear);
  const reforecasts = await readReforecasts(manager, year.id);
  const [latest] = reforecasts;
  return {
    year,
    reforecasts,
    thresholds: await readThresholds(manager, year.id),
    stored: {
      months,
      plan: await readPlannedFigures(manager, year.id),
      actual: await readActualFigures(manager, year.organisationId, {
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
      }),
      reforecast: latest === undefined ? [] : await readPlannedFigures(manager, latest.id),
    },
  };
}
