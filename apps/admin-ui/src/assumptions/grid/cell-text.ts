import {
  isPercentage,
  PARAMETER_UNIT_WORDS,
  type ParameterDefinition,
  type ParameterUnit,
} from '#modules/registry';

export { isPercentage };
/** The unit in words, as it follows a parameter's name. */
export const UNIT_WORDS = PARAMETER_UNIT_WORDS;

/** What a text entered into a cell means. */
export type ReadText =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unreadable' };

type Definition = Pick<ParameterDefinition, 'unit' | 'decimals' | 'choices'>;

const UNREADABLE: ReadText = { kind: 'unreadable' };
const DASHES = /[‐‑‒–—−]/g;
const NON_BREAKING_SPACES = /[\u00a0\u2007\u202f]/g;
const PLAIN_NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

function isPounds(unit: ParameterUnit): boolean {
  return unit === 'pounds' || unit === 'pounds-each';
}

/** A parameter's name with its unit; a choice has none. */
export function withUnit({ label, unit }: Pick<ParameterDefinition, 'label' | 'unit'>): string {
  return unit === 'choice' ? label : `${label}, ${UNIT_WORDS[unit]}`;
}

/** A number times a power of ten, without the error of a binary multiplication. */
function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

interface Parts {
  readonly negative: boolean;
  readonly percent: boolean;
  readonly pounds: boolean;
  readonly digits: string;
}

const BRACKETED = /^\((.+)\)$/;
const SIGNED = /^(?<outer>[+-]?)\s*(?<pound>£?)\s*(?<inner>[+-]?)\s*(?<digits>.*?)\s*(?<percent>%?)$/;

/** Takes brackets, signs, the pound and the percent sign off; null where they contradict each other. */
function partsOf(text: string): Parts | null {
  const bracketed = BRACKETED.exec(text);
  const groups = SIGNED.exec((bracketed?.[1] ?? text).trim())?.groups ?? {};
  const { outer = '', pound = '', inner = '', digits = '', percent = '' } = groups;
  const sign = outer + inner + (bracketed === null ? '' : '-');
  if (sign.length > 1) return null;
  return { negative: sign === '-', percent: percent !== '', pounds: pound !== '', digits };
}

function fitsUnit({ percent, pounds }: Parts, unit: ParameterUnit): boolean {
  return (!percent || isPercentage(unit)) && (!pounds || isPounds(unit));
}

/**
 * Reads what a planner types or pastes: `8.5%`, `1,234`, `£1,200`, `(3)`, a leading dash of any kind. A
 * blank cell and a dash alone mean no value. A number without a sign stands in the unit shown.
 */
export function readCellText(text: string, unit: ParameterUnit): ReadText {
  const clean = text.replace(NON_BREAKING_SPACES, ' ').replace(DASHES, '-').trim();
  if (clean === '' || clean === '-') return { kind: 'blank' };
  const parts = partsOf(clean);
  if (parts === null || !fitsUnit(parts, unit)) return UNREADABLE;
  if (!/\d/.test(parts.digits) || !PLAIN_NUMBER.test(parts.digits)) return UNREADABLE;
  const shown = Number(parts.digits.replaceAll(',', ''));
  const value = isPercentage(unit) ? shift(shown, -2) : shown;
  return Number.isFinite(value) ? { kind: 'number', value: parts.negative ? -value : value } : UNREADABLE;
}

/** The choice of that name or number; a number that is none of them is left to the rules. */
function readChoice(text: string, choices: ParameterDefinition['choices']): ReadText {
  const clean = text.trim().toLowerCase();
  const named = choices?.find(({ label }) => label.toLowerCase() === clean);
  return named === undefined ? readCellText(text, 'choice') : { kind: 'number', value: named.value };
}

/** Reads a text for a parameter: as {@link readCellText}, and a choice by its name too. */
export function readTextFor(text: string, { unit, choices }: Definition): ReadText {
  return unit === 'choice' ? readChoice(text, choices) : readCellText(text, unit);
}

function choiceLabel(value: number, { choices }: Definition): string | undefined {
  return choices?.find((choice) => choice.value === value)?.label;
}

/** A stored value in the unit shown, exactly. */
export function shownNumber(value: number, unit: ParameterUnit): number {
  return isPercentage(unit) ? Number(shift(value, 2).toPrecision(12)) : value;
}

/** A value as the grid shows it, rounded to the parameter's decimals; empty for none. */
export function formatCell(value: number | null, definition: Definition): string {
  if (value === null) return '';
  const { unit, decimals } = definition;
  const label = choiceLabel(value, definition);
  if (label !== undefined) return label;
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return shownNumber(value, unit).toLocaleString('en-GB', options).replace('-', '−');
}

/** A value as it is edited and copied: every digit, no separators. */
export function exactText(value: number | null, definition: Definition): string {
  if (value === null) return '';
  return choiceLabel(value, definition) ?? String(shownNumber(value, definition.unit));
}

/** A value with its unit, for a sentence: `8.5%`, `120 people a year`, `£1,200`. */
export function valueInWords(value: number | null, definition: Definition): string {
  if (value === null) return 'no value';
  const text = formatCell(value, definition);
  if (definition.unit === 'choice') return text;
  if (definition.unit === 'pounds') return `£${text}`;
  if (definition.unit === 'pounds-each') return `£${text} each`;
  const unit = UNIT_WORDS[definition.unit];
  return isPercentage(definition.unit) ? `${text}${unit}` : `${text} ${unit}`;
}
