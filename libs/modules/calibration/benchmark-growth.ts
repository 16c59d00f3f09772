import { log } from '#engine';

import { monthNumber } from '../compilation/timeline';
import type { GrowthEvidence } from './calibration-evidence';
import {
  changeSeason,
  monthlyChanges,
  NO_SEASON,
  recentGrowth,
  type MonthlyChanges,
  type MonthlyFte,
} from './recent-growth';
import { shrink } from './shrinkage';

/** What is known of one staff group across organisations by a month. */
export interface GrowthPool {
  readonly lastMonth: string;
  /** The published national series, which may end earlier; null where there is none. */
  readonly nation: MonthlyFte | null;
  /** Organisations with the same months, the last being `lastMonth`. */
  readonly members: readonly PoolMember[];
}

export interface PoolMember {
  readonly benchmarkGroup: string;
  readonly fte: readonly (number | null)[];
}

/** Persistent difference in growth between kinds of organisation, one year to the next. */
const BETWEEN_KINDS = 0.01;
/** Difference of one year that does not last, however large the kind. */
const PASSING_BETWEEN_KINDS = 0.012;
/** Variance of a year's growth per FTE of the kind, with the concentration in few organisations. */
const VARIANCE_PER_FTE = 0.8;

/** A month's changes of several organisations together, and the FTE behind the last of them. */
interface PooledChanges extends MonthlyChanges {
  readonly fte: number;
}

/**
 * The growth that an organisation's staff group is compared with: recent growth of the group in England
 * (the national series, and after its end the organisations together), moved towards that of the same kind
 * of organisation by an empirical-Bayes weight.
 *
 * @returns a function of the benchmark group.
 */
export function benchmarkGrowth(pool: GrowthPool): (benchmarkGroup: string) => GrowthEvidence {
  const together = pooledChanges(pool.members, pool.lastMonth);
  const nation = nationalChanges(pool, together);
  const season = changeSeason(nation);
  const growth = recentGrowth(nation, season);
  const national: GrowthEvidence = {
    value: growth ?? 0,
    season,
    source: growth === null ? 'no national figure; no growth' : `England to ${pool.lastMonth}`,
  };
  const kinds = new Map<string, GrowthEvidence>();
  return (benchmarkGroup) => {
    const known = kinds.get(benchmarkGroup);
    if (known !== undefined) return known;
    const members = pool.members.filter((member) => member.benchmarkGroup === benchmarkGroup);
    const evidence = kindOf(pooledChanges(members, pool.lastMonth), together, national, benchmarkGroup);
    kinds.set(benchmarkGroup, evidence);
    return evidence;
  };
}

function kindOf(
  kind: PooledChanges,
  together: PooledChanges,
  national: GrowthEvidence,
  benchmarkGroup: string,
): GrowthEvidence {
  const difference = kind.changes.map((change, month) => {
    const other = together.changes[month] ?? null;
    return change === null || other === null ? null : change - other;
  });
  const local = recentGrowth({ lastMonth: kind.lastMonth, changes: difference }, NO_SEASON);
  if (local === null || kind.fte <= 0) return national;
  const figure = shrink(
    {
      value: national.value + local,
      headcount: kind.fte,
      noisePerHead: VARIANCE_PER_FTE,
      passing: PASSING_BETWEEN_KINDS,
      description: benchmarkGroup,
    },
    { peer: national, between: BETWEEN_KINDS, yearly: 0 },
  );
  const share = Math.round(figure.weight * 100);
  return {
    ...national,
    value: figure.result,
    source: `${national.source}, ${share} % ${benchmarkGroup.replaceAll('-', ' ')}`,
  };
}

/** Log changes of the sum over those known in both months of each pair, reorganisations left out. */
function pooledChanges(members: readonly PoolMember[], lastMonth: string): PooledChanges {
  const months = members.reduce((longest, { fte }) => Math.max(longest, fte.length), 0);
  const before = new Array<number>(months).fill(0);
  const after = new Array<number>(months).fill(0);
  for (const { fte } of members) {
    const { changes } = monthlyChanges({ lastMonth, fte });
    changes.forEach((change, index) => {
      if (change === null) return;
      const month = months - fte.length + index + 1;
      before[month] = (before[month] ?? 0) + (fte[index] ?? 0);
      after[month] = (after[month] ?? 0) + (fte[index + 1] ?? 0);
    });
  }
  const changes = before.slice(1).map((opening, index) => {
    const closing = after[index + 1] ?? 0;
    return opening > 0 && closing > 0 ? log(closing / opening) : null;
  });
  return { lastMonth, changes, fte: after.at(-1) ?? 0 };
}

/** The national series' changes, then those of the organisations together up to the pool's last month. */
function nationalChanges({ nation, lastMonth }: GrowthPool, together: PooledChanges): MonthlyChanges {
  if (nation === null) return together;
  const missing = monthNumber(lastMonth) - monthNumber(nation.lastMonth);
  if (missing < 0)
    throw new RangeError(`the national series ends after ${lastMonth}, in ${nation.lastMonth}`);
  const published = monthlyChanges(nation).changes;
  const later = Array.from(
    { length: missing },
    (_, index) => together.changes[together.changes.length - missing + index] ?? null,
  );
  return { lastMonth, changes: [...published, ...later] };
}
