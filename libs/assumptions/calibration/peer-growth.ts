import { HistoryReader, type HistorySeries } from '#baselines';
import { benchmarkGrowth, type GrowthEvidence, type MonthlyFte, type PoolMember } from '#modules/calibration';
import { AREA_TYPES, benchmarkGroupOf } from '#organisations';
import type { EntityManager } from 'typeorm';
import type { HistoryWindow } from './local-history';
import { monthEnd, monthEndsUpTo } from './month-ends';

/** How far back the last national month may lie: national statistics appear months later. */
const LONGEST_LAG_MONTHS = 18;
/** Months of national growth and season. */
const NATIONAL_MONTHS = 61;

type GrowthOfKind = (benchmarkGroup: string) => GrowthEvidence;

/** Recent growth of the peers of an organisation's staff group, from what was published by a day. */
export class PeerGrowth {
  private constructor(
    private readonly kinds: ReadonlyMap<string, string>,
    private readonly groups: ReadonlyMap<string, GrowthOfKind>,
  ) {}

  /**
   * @param nationId the organisation whose history holds the national series.
   * @param window nothing after its last month is read.
   */
  static async read(manager: EntityManager, nationId: string, window: HistoryWindow): Promise<PeerGrowth> {
    const reader = new HistoryReader(manager);
    const kinds = await employerKinds(manager, window.upTo);
    const nation = await reader.monthly([nationId], 'fte', {
      from: monthEnd(window.upTo, -LONGEST_LAG_MONTHS - NATIONAL_MONTHS),
      to: monthEnd(window.upTo),
    });
    const ends = monthEndsUpTo(window.upTo, window.months);
    const members = await reader.fteAverage([...kinds.keys()], {
      from: monthEnd(window.upTo, 1 - window.months),
      to: monthEnd(window.upTo),
    });
    const national = new Map(nation.map((series) => [series.staffGroupCode, nationalSeries(series)]));
    const pools = poolsByGroup(members, kinds, ends);
    const lastMonth = window.upTo.slice(0, 7);
    const codes = new Set([...national.keys(), ...pools.keys()]);
    const groups = [...codes].map((code): [string, GrowthOfKind] => [
      code,
      benchmarkGrowth({
        lastMonth,
        nation: national.get(code) ?? null,
        members: pools.get(code) ?? [],
      }),
    ]);
    return new PeerGrowth(kinds, new Map(groups));
  }

  /** Growth of the group in England, moved towards the same kind of organisation; none where nothing was published. */
  of(organisationId: string, staffGroup: string): GrowthEvidence {
    const growth = this.groups.get(staffGroup);
    return (
      growth?.(this.kinds.get(organisationId) ?? 'other') ?? {
        value: 0,
        source: 'no national figure; no growth',
      }
    );
  }
}

interface EmployerRow {
  readonly id: string;
  readonly sector: string;
}

/** Employers by id, each with the kind that it was last known as by a day. */
async function employerKinds(manager: EntityManager, upTo: string): Promise<ReadonlyMap<string, string>> {
  const rows = await manager.query<EmployerRow[]>(
    `SELECT organisation_id AS id, sector FROM organisation_period
     WHERE type NOT IN (?) AND valid_from <= ? ORDER BY organisation_id, valid_from`,
    [AREA_TYPES, upTo],
  );
  return new Map(rows.map(({ id, sector }) => [id, benchmarkGroupOf(sector)]));
}

function nationalSeries({ values }: HistorySeries): MonthlyFte | null {
  const last = values.findLast(({ value }) => value !== null);
  if (last === undefined) return null;
  const byMonth = new Map(values.map(({ monthEnd: end, value }) => [end, value]));
  const ends = monthEndsUpTo(last.monthEnd, NATIONAL_MONTHS);
  return { lastMonth: last.monthEnd.slice(0, 7), fte: ends.map((end) => byMonth.get(end) ?? null) };
}

function poolsByGroup(
  series: readonly HistorySeries[],
  kinds: ReadonlyMap<string, string>,
  ends: readonly string[],
): ReadonlyMap<string, readonly PoolMember[]> {
  const pools = new Map<string, PoolMember[]>();
  for (const { organisationId, staffGroupCode, values } of series) {
    const byMonth = new Map(values.map(({ monthEnd: end, value }) => [end, value]));
    const member = {
      benchmarkGroup: kinds.get(organisationId) ?? 'other',
      fte: ends.map((end) => byMonth.get(end) ?? null),
    };
    pools.set(staffGroupCode, [...(pools.get(staffGroupCode) ?? []), member]);
  }
  return pools;
}
