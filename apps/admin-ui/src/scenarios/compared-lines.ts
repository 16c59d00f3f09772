import type { ComparedLine } from '#modules/report-layout';
import { formatChange, formatCount, formatPounds } from '../words/numbers';

/** A value of a line as it is shown. */
export function lineText(value: number | null, line: ComparedLine): string {
  if (value === null) return '–';
  return line === 'pay-bill' ? formatPounds(value) : formatCount(value);
}

/** A difference of a line as it is shown, always with its sign. */
export function differenceText(value: number | null, line: ComparedLine): string {
  if (value === null) return '–';
  if (line !== 'pay-bill') return formatChange(value);
  const text = formatPounds(value);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
