import { benchmarkGrowth } from '../calibration';
import { monthNumber } from '../compilation/timeline';
import type { CalibratedUnit } from './calibrated-input';
import { freezeNation } from './freeze-history';
import type { PublishedHistory } from './published-history';

type NationalSeries = Pick<PublishedHistory, 'nation' | 'staffGroups'>;

/** Months that a calibration of England looks at. */
const MONTHS_USED = 61;

/** England as one unit, calibrated on its own series up to a month; null where no group was known then. */
export function nationalUnit({ nation, staffGroups }: NationalSeries, origin: string): CalibratedUnit | null {
  const frozen = freezeNation(nation, origin);
  const groups = staffGroups.flatMap((definition) => {
    const series = frozen[definition.code];
    if (series === undefined || series.lastMonth !== origin || (series.fte.at(-1) ?? 0) <= 0) return [];
    const growth = benchmarkGrowth({ lastMonth: origin, nation: series, members: [] })('nation');
    return [{ definition, fte: series.fte.slice(-MONTHS_USED), growth }];
  });
  return groups.length === 0 ? null : { code: 'ENG', name: 'England', baselineMonth: origin, groups };
}

/** England's published FTE of a group in a month; null where there is none. */
export function nationalFte(
  { nation }: Pick<PublishedHistory, 'nation'>,
  staffGroup: string,
  month: string,
): number | null {
  const series = nation[staffGroup];
  if (series === undefined) return null;
  return series.fte[series.fte.length - 1 - (monthNumber(series.lastMonth) - monthNumber(month))] ?? null;
}
