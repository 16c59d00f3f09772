import {
  HIGH_COST_ZONES,
  type HighCostAreaFact,
  type HighCostAreaOfYear,
  type HighCostAreaPolicy,
  type HighCostZone,
} from './policy-data';
import type { PolicyRow } from './policy-row';

/** A dated supplement of a zone; none for other on-costs. */
export function highCostAreaOf(row: PolicyRow, known: ReadonlySet<string>): readonly HighCostAreaFact[] {
  const [kind, zone] = row.text('item').split('.');
  if (kind !== 'hcas') return [];
  if (!isZone(zone)) throw row.error('item', `"${zone ?? ''}" is none of: ${HIGH_COST_ZONES.join('; ')}`);
  const effectiveFrom = row.optionalDate('effective_from');
  if (effectiveFrom === null) throw row.error('effective_from', 'is empty');
  return [
    {
      zone,
      effectiveFrom,
      share: row.part('value', 'pct'),
      minimumPounds: row.part('value', 'min'),
      maximumPounds: row.part('value', 'max'),
      ...row.origin(known),
    },
  ];
}

/**
 * Supplements by zone and financial year: what is in force on 1 April, or the first there is.
 *
 * @param used receives item, status and source of every fact handed over.
 * @throws RangeError if a zone has none at all.
 */
export function highCostAreaPolicy(
  facts: readonly HighCostAreaFact[],
  years: readonly number[],
  used: Set<string>,
): HighCostAreaPolicy {
  const ofZone = (zone: HighCostZone): readonly HighCostAreaOfYear[] => {
    const own = facts
      .filter((fact) => fact.zone === zone)
      .sort((left, right) => (left.effectiveFrom < right.effectiveFrom ? -1 : 1));
    return years.map((year) => inForce(own, year, used));
  };
  const zones = { inner: ofZone('inner'), outer: ofZone('outer'), fringe: ofZone('fringe') };
  return { publishedTo: Math.max(...facts.map((fact) => Number(fact.effectiveFrom.slice(0, 4)))), zones };
}

function inForce(own: readonly HighCostAreaFact[], year: number, used: Set<string>): HighCostAreaOfYear {
  const fact = own.findLast(({ effectiveFrom }) => effectiveFrom <= `${year}-04-01`) ?? own[0];
  if (fact === undefined) throw new RangeError('no high cost area supplement is known for a zone');
  const { zone, effectiveFrom, share, minimumPounds, maximumPounds, status, sources } = fact;
  const origin = sources.length === 0 ? status : `${status} (${sources.join(', ')})`;
  used.add(`high cost area supplement ${zone} from ${effectiveFrom}: ${origin}`);
  return { share, minimumPounds, maximumPounds };
}

function isZone(zone: string | undefined): zone is HighCostZone {
  return HIGH_COST_ZONES.some((each) => each === zone);
}
