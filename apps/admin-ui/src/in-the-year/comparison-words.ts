import type { ComparedLine } from '../api/monitoring-types';
import type { StateWord } from '../words/states';

export const LINE_NAMES: Readonly<Record<string, string>> = {
  substantive: 'Staff in post',
  bank: 'Bank',
  agency: 'Agency',
  pay: 'Pay',
  sickness: 'Sickness absence',
  turnover: 'Turnover (left this organisation)',
};

export const PART_NAMES: Readonly<Record<string, string>> = {
  opening: 'Opening',
  leavers: 'Leavers',
  joiners: 'Joiners',
  'joiners-and-leavers': 'Joiners and leavers',
  phasing: 'Phasing',
  establishment: 'Establishment',
  'moves-and-hours': 'Moves and hours',
  'staff-in-post': 'Staff in post',
  sickness: 'Sickness absence',
  cover: 'Cover used',
  price: 'Price',
};

export const FLAG_WORDS: Readonly<Record<string, StateWord | null>> = {
  none: null,
  watch: { text: 'Watch', colour: 'yellow' },
  act: { text: 'Act', colour: 'red' },
};

const DECIMALS = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const POUNDS = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2, minimumFractionDigits: 2 });
const SHARE = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 3, maximumFractionDigits: 3 });

type Unit = Pick<ComparedLine, 'unit' | 'scale'>;

/** The column head of a line's unit. */
export const UNIT_NAMES: Readonly<Record<ComparedLine['unit'], string>> = {
  wte: 'WTE',
  pounds: '£',
  share: '%',
};

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
