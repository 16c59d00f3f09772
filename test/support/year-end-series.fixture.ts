import { encodeSeries, type GroupSeries } from '#projections';
import type { EntityManager } from 'typeorm';

/** March, as the last number of a month number. */
const MARCH = 2;

/** Stores a staff group's series of which one month, a 31 March, is known. Measures must be stocks. */
export async function insertYearEndSeries(
  manager: EntityManager,
  resultId: string,
  group: {
    readonly staffGroup: string;
    /** 2026 is 2026/27. */
    readonly year: number;
    readonly values: Readonly<Record<string, number>>;
  },
): Promise<void> {
  const series = Object.entries(group.values).map(([measure, value]) => [measure, Float64Array.of(value)]);
  const content = encodeSeries({
    firstMonth: (group.year + 1) * 12 + MARCH,
    months: 1,
    series: Object.fromEntries(series) as GroupSeries['series'],
    cells: [],
  });
  await manager.query(
    'INSERT INTO projection_series (result_id, staff_group_code, content) VALUES (?, ?, ?)',
    [resultId, group.staffGroup, Buffer.from(content)],
  );
}
