const SEPARATED = /^\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,2})?$/i;
const IN_BRACKETS = /^\((.+)\)$/;
/** How accounts write nothing. */
const DASH = '-';

/** What an amount is counted in, and how much is more than there can be. */
export interface AmountLimits {
  readonly scale: number;
  readonly most: number;
}

/** Whole units, nothing, or what is wrong with the field. */
export type ReadAmount = number | null | 'not-a-number' | 'too-large';

/**
 * Reads an amount as accounts write it: `1234.5`, `1,234.50`, `£1,234`, `-12`, `12-`, `(12.00)`; a dash alone is 0,
 * blank is nothing. Digits beyond the smallest unit are rounded.
 */
export function readAmount(field: string, { scale, most }: AmountLimits): ReadAmount {
  const text = field.trim();
  if (text === '') return null;
  if (text === DASH) return 0;
  const { digits, sign } = withoutSign(text.replace(/\s/g, ''));
  if (!PLAIN.test(digits) && !SEPARATED.test(digits)) return 'not-a-number';
  const value = Number(digits.replaceAll(',', ''));
  if (!(value <= most)) return 'too-large';
  const units = Math.round(value * scale);
  return units === 0 ? 0 : sign * units;
}

function withoutSign(text: string): { readonly digits: string; readonly sign: 1 | -1 } {
  const bare = text.replace('£', '');
  const [, inBrackets] = IN_BRACKETS.exec(bare) ?? [];
  if (inBrackets !== undefined) return { digits: inBrackets, sign: -1 };
  if (bare.startsWith(DASH)) return { digits: bare.slice(1), sign: -1 };
  if (bare.endsWith(DASH)) return { digits: bare.slice(0, -1), sign: -1 };
  return { digits: bare, sign: 1 };
}
