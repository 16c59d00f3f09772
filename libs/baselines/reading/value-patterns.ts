/** A value that is read from what a field says; `*` stands for any ending or beginning, `?` for one character. */
export interface ValuePattern<T> {
  readonly pattern: string;
  readonly value: T;
}

interface Compiled<T> {
  readonly expression: RegExp;
  /** Characters that are said: the pattern that says most counts. */
  readonly weight: number;
  readonly value: T;
}

/** Fields of an extract have few different values; a column with more is no list of codes. */
const MOST_REMEMBERED = 5_000;
/** Enough for any label; keeps the time of a pattern bounded. */
const LONGEST_FIELD = 200;
/** More stars in a pattern could take very long on a field that nearly fits. */
export const MOST_STARS = 3;

/** Reads fields by patterns; case and spacing do not matter, the pattern that says most counts. */
export class ValuePatterns<T> {
  private readonly compiled: readonly Compiled<T>[];
  private readonly known = new Map<string, T | undefined>();

  /** @param patterns of two that say equally much, the later counts */
  constructor(patterns: readonly ValuePattern<T>[]) {
    this.compiled = patterns
      .map(({ pattern, value }) => ({
        expression: toExpression(pattern),
        weight: pattern.replaceAll('*', '').length * 2 + (pattern.includes('*') ? 0 : 1),
        value,
      }))
      .reverse()
      .sort((a, b) => b.weight - a.weight);
  }

  find(field: string): T | undefined {
    if (this.known.has(field)) return this.known.get(field);
    const text = normalised(field.slice(0, LONGEST_FIELD));
    const found = this.compiled.find(({ expression }) => expression.test(text))?.value;
    if (this.known.size < MOST_REMEMBERED) this.known.set(field, found);
    return found;
  }
}

/** A text without differences of case and spacing. */
export function normalised(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}

function toExpression(pattern: string): RegExp {
  const source = normalised(pattern)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's');
}
