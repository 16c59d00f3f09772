import { HistoryReader } from '#baselines';
import { benchmarkGrowth, type GrowthEvidence } from '#modules/calibration';
import type { EntityManager } from 'typeorm';
import { monthEnd } from './month-ends';

/** How far back the last month with a figure may lie: national statistics appear months later. */
const LONGEST_LAG_MONTHS = 18;
/** Months of growth and season before it. */
const MONTHS_USED = 61;

/**
 * Recent growth of England's FTE by staff group, as a fraction of a year, with its season, from what was
 * published by a day; no growth where nothing was.
 *
 * @param nationId the organisation whose history holds the national series.
 */
export async function nationalGrowth(
  manager: EntityManager,
  nationId: string,
  upTo: string,
): Promise<(staffGroup: string) => GrowthEvidence> {
  const series = await new HistoryReader(manager).monthly([nationId], 'fte', {
    from: monthEnd(upTo, -LONGEST_LAG_MONTHS - MONTHS_USED),
    to: monthEnd(upTo),
  });
  const growth = new Map<string, GrowthEvidence>();
  for (const { staffGroupCode, values } of series) {
    const last = values.findLast(({ value }) => value !== null);
    if (last === undefined) continue;
    const lastMonth = last.monthEnd.slice(0, 7);
    const byMonth = new Map(values.map(({ monthEnd: end, value }) => [end, value]));
    const fte = Array.from(
      { length: MONTHS_USED },
      (_, index) => byMonth.get(monthEnd(last.monthEnd, index + 1 - MONTHS_USED)) ?? null,
    );
    const evidence = benchmarkGrowth({ lastMonth, nation: { lastMonth, fte }, members: [] });
    growth.set(staffGroupCode, evidence('nation'));
  }
  return (staffGroup) => growth.get(staffGroup) ?? { value: 0, source: 'no national figure; no growth' };
}
