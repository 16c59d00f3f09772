import type { ExpectedLine } from '../api/monitoring-types';

const NUMBER = /^\d{1,3}(,\d{3})+(\.\d+)?$|^\d+(\.\d+)?$/;

/** A typed figure from 0 up, `1,234.5`, `£90` or `5.2%`; null where it is none. Per cent become a share. */
export function enteredFigure(text: string, unit: ExpectedLine['unit']): number | null {
  const digits = text.trim().replace(/^£\s*/, '').replace(/\s*%$/, '');
  if (!NUMBER.test(digits)) return null;
  const value = Number(digits.replaceAll(',', ''));
  return unit === 'share' ? Number((value / 100).toFixed(9)) : value;
}

/** A figure as it is typed: shares in per cent. */
export function figureToType(value: number, unit: ExpectedLine['unit']): string {
  return String(unit === 'share' ? Number((value * 100).toFixed(6)) : value);
}
