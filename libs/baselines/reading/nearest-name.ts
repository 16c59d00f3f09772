import { normalised } from './value-patterns';

/** Letters that may be wrong, for each letter of a name. */
const WRONG_SHARE = 0.25;
const LEAST_WRONG = 1;

/**
 * The name that a misspelt one is nearest to, letter by letter (Levenshtein distance), within a quarter of
 * its letters; null when none is near.
 */
export function nearestName(text: string, names: readonly string[]): string | null {
  const own = normalised(text);
  const ranked = names
    .map((name) => ({ name, distance: editDistance(own, normalised(name)) }))
    .filter(({ name, distance }) => distance <= Math.max(LEAST_WRONG, Math.floor(name.length * WRONG_SHARE)))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name ?? null;
}

/** Letters to put in, leave out or replace to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
