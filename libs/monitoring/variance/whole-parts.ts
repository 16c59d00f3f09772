import type { WholeUnits } from './lines';

/**
 * Parts as whole numbers that add up to a whole exactly. Each is rounded down, and the units that are then
 * missing go one by one to the parts that lost most by it (the largest remainders; the first of equals). Where
 * the parts add up to the whole but for rounding, each ends less than one unit from what it was.
 *
 * @param parts finite numbers that add up to `whole` but for rounding; any rest goes to the part of largest size.
 * @throws RangeError if there is no part and the whole is not 0, or a figure is no safe integer.
 */
export function wholeParts(parts: readonly number[], whole: WholeUnits): readonly WholeUnits[] {
  const floors = parts.map((part) => Math.floor(part));
  const missing = whole - sumOf(floors);
  if (![...floors, whole, missing].every(Number.isSafeInteger)) {
    throw new RangeError('a part or the whole is too large to be counted in whole units');
  }
  if (missing >= 0 && missing <= parts.length) return withLargestRemainders(parts, floors, missing);
  if (parts.length === 0) throw new RangeError(`no parts cannot add up to ${whole}`);
  const largest = placeOfLargest(parts);
  return floors.map((floor, place) => (place === largest ? floor + missing : floor));
}

/** The same parts in coarser units, `size` to one, again adding up to the whole as it is shown. */
export function coarserParts(parts: readonly WholeUnits[], size: number): readonly WholeUnits[] {
  const coarse = parts.map((part) => part / size);
  return wholeParts(coarse, Math.round(sumOf(parts) / size));
}

export function sumOf(figures: readonly number[]): number {
  return figures.reduce((sum, figure) => sum + figure, 0);
}

function withLargestRemainders(
  parts: readonly number[],
  floors: readonly number[],
  missing: number,
): readonly WholeUnits[] {
  const remainder = (place: number): number => (parts[place] ?? 0) - (floors[place] ?? 0);
  const places = [...parts.keys()].sort((left, right) => remainder(right) - remainder(left) || left - right);
  const raised = new Set(places.slice(0, missing));
  return floors.map((floor, place) => (raised.has(place) ? floor + 1 : floor));
}

function placeOfLargest(parts: readonly number[]): number {
  return parts.reduce(
    (largest, part, place) => (Math.abs(part) > Math.abs(parts[largest] ?? 0) ? place : largest),
    0,
  );
}
