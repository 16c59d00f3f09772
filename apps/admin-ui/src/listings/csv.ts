const FORMULA_STARTS = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

/** A text that a spreadsheet doesn't take for a formula. */
function neutral(text: string): string {
  return FORMULA_STARTS.test(text) ? `'${text}` : text;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'number' ? String(value) : neutral(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Comma-separated values as RFC 4180 has them, with a byte order mark so that Excel reads UTF-8. Texts that
 * would be formulas are neutralised; numbers keep every digit.
 */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
