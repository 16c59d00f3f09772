/** Kinds of organisation that are compared with each other, by the start of the published benchmark group. */
const KINDS: readonly (readonly [start: string, kind: string])[] = [
  ['acute', 'acute'],
  ['mental-health', 'mental-health'],
  ['community', 'community'],
  ['care-trust', 'community'],
  ['ambulance', 'ambulance'],
  ['integrated-care-board', 'integrated-care-board'],
];

/**
 * Kind of an organisation by its sector (the published benchmark group): `acute`, `mental-health`,
 * `community`, `ambulance`, `integrated-care-board`, else `other`.
 */
export function benchmarkGroupOf(sector: string): string {
  return KINDS.find(([start]) => sector.startsWith(start))?.[1] ?? 'other';
}
