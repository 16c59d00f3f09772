const MINUS = '−';
const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });
const ONE_DECIMAL = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

function withMinusSign(text: string): string {
  return text.replace('-', MINUS);
}

/** Without the sign on a figure that rounds to nothing. */
function unsignedZero(text: string): string {
  return /[1-9]/.test(text) ? text : text.replace('-', '');
}

/** A WTE or headcount figure: whole numbers, one decimal below ten. */
export function formatCount(value: number): string {
  const small = Math.abs(value) < 9.95 && Math.abs(value) >= 0.05;
  return withMinusSign(unsignedZero((small ? ONE_DECIMAL : WHOLE).format(value)));
}

/** A difference, always with its sign. */
export function formatChange(value: number): string {
  const text = formatCount(value);
  return text.startsWith(MINUS) || !/[1-9]/.test(text) ? text : `+${text}`;
}

/** A share as a percentage with one decimal. */
export function formatPercent(share: number): string {
  return `${withMinusSign(unsignedZero(ONE_DECIMAL.format(share * 100)))}%`;
}

/** Pounds in millions with one decimal, or in thousands below a million. */
export function formatPounds(pounds: number): string {
  const sign = pounds < 0 ? MINUS : '';
  const amount = Math.abs(pounds);
  if (amount >= 1e6) return `${sign}£${ONE_DECIMAL.format(amount / 1e6)}m`;
  if (amount >= 1e3) return `${sign}£${WHOLE.format(amount / 1e3)}k`;
  return `${sign}£${WHOLE.format(amount)}`;
}

/** A number of things in words: `1 organisation`, `22 organisations`. */
export function formatQuantity(count: number, singular: string, plural = `${singular}s`): string {
  return `${WHOLE.format(count)} ${count === 1 ? singular : plural}`;
}
