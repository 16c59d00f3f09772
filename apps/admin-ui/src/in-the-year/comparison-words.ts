import type { ComparedLine } from '../api/monitoring-types';
import { FLAG_TEXTS } from '#views/lists';
import type { StateWord } from '../words/states';

export const FLAG_WORDS: Readonly<Record<string, StateWord | null>> = {
  none: null,
  watch: { text: FLAG_TEXTS.watch, colour: 'yellow' },
  act: { text: FLAG_TEXTS.act, colour: 'red' },
};

const DECIMALS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const POUNDS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const SHARE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

type Unit = Pick<ComparedLine, 'unit' | 'scale'>;

/** A figure to its last digit, so that parts add up as they are read; a dash where nothing is loaded. */
export function exactFigure(units: number | null, { unit, scale }: Unit): string {
  if (units === null) return 'not loaded';
  const value = units / scale;
  const text =
    unit === 'share' ? SHARE.format(value * 100) : (unit === 'wte' ? DECIMALS : POUNDS).format(value);
  return text.replace('-', '−');
}

/** A difference to its last digit, with its sign. */
export function exactChange(units: number | null, line: Unit): string {
  return units !== null && units > 0 ? `+${exactFigure(units, line)}` : exactFigure(units, line);
}
