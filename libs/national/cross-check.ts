import type { Contribution, NamedPlace } from './national-position';
import type { PlanStatus } from '#plans';

export const CROSS_CHECKS = [
  'international-pool',
  'international-ambition',
  'joiners-ambition',
  'newly-qualified-supply',
  'newly-qualified-places',
  'hires-against-leavers',
  'levy-transfers',
  'apprenticeship-capacity',
  'pay-bill-envelope',
] as const;
export type CrossCheckCode = (typeof CROSS_CHECKS)[number];

/** Who drives a breach, and what would resolve it if everyone gave the same share. */
export interface Driver {
  readonly system: NamedPlace & { readonly status: PlanStatus };
  readonly planned: number;
  /** Share of what is planned in all, 0 to 1. */
  readonly share: number;
  /** How much less of it would do, in proportion. */
  readonly toGive: number;
  /** The organisations of the system behind it, the largest first. */
  readonly organisations: readonly (NamedPlace & { readonly planned: number })[];
}

/** A breach: what is planned exceeds what exists. */
export interface Breach {
  readonly check: CrossCheckCode;
  readonly label: string;
  readonly unit: 'people' | 'pounds';
  /** Code of the area that it is about. */
  readonly area: string;
  readonly year: number;
  readonly staffGroup: string | null;
  readonly standard: string | null;
  readonly planned: number;
  readonly available: number;
  /** By how much: planned less available. */
  readonly excess: number;
  /** Largest first; together they give the excess. */
  readonly drivers: readonly Driver[];
  /** What would resolve it, in a sentence. */
  readonly resolution: string;
  /** Where the limit comes from. */
  readonly basis: string;
}

/** A comparison before it is judged. */
export interface Comparison extends Omit<Breach, 'excess' | 'drivers' | 'planned'> {
  readonly contributions: readonly Contribution[];
}

/** Half of one unit: plans are real numbers, limits are whole. */
const TOLERANCE = 0.5;

/** The breach in a comparison; null where what is planned exists. */
export function breachOf({ contributions, ...comparison }: Comparison): Breach | null {
  const planned = sumOf(contributions);
  const excess = planned - comparison.available;
  if (excess <= TOLERANCE) return null;
  return { ...comparison, planned, excess, drivers: driversOf(contributions, planned, excess) };
}

function driversOf(
  contributions: readonly Contribution[],
  planned: number,
  excess: number,
): readonly Driver[] {
  return groupBy(contributions, ({ system }) => system.code)
    .flatMap((own): Driver[] => {
      const [first] = own;
      if (first === undefined) return [];
      const amount = sumOf(own);
      const organisations = groupBy(own, ({ organisation }) => organisation.code).flatMap((parts) =>
        parts.slice(0, 1).map(({ organisation }) => ({ ...organisation, planned: sumOf(parts) })),
      );
      return [
        {
          system: first.system,
          planned: amount,
          share: amount / planned,
          toGive: (amount / planned) * excess,
          organisations: organisations.sort((left, right) => right.planned - left.planned),
        },
      ];
    })
    .filter((driver) => driver.planned > 0)
    .sort((left, right) => right.planned - left.planned || (left.system.code < right.system.code ? -1 : 1));
}

/** The items by a key, in the order of their first. */
export function groupBy<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): readonly (readonly Item[])[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return [...groups.values()];
}

export function sumOf(contributions: readonly Contribution[]): number {
  return contributions.reduce((sum, { amount }) => sum + amount, 0);
}
