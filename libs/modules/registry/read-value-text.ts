import type { ParameterDefinition, ParameterUnit } from './parameter-definition';
import { isPercentage } from './parameter-units';
import { shiftDecimals } from './shift-decimals';

/** What a text entered into a cell means. */
export type ReadText =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'unreadable' };

type Definition = Pick<ParameterDefinition, 'unit' | 'choices'>;

const UNREADABLE: ReadText = { kind: 'unreadable' };
const DASHES = /[‐‑‒–—−]/g;
const NON_BREAKING_SPACES = /[\u00a0\u2007\u202f]/g;
const PLAIN_NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)?(?:\.\d*)?(?:[eE][+-]?\d+)?$/;

function isPounds(unit: ParameterUnit): boolean {
  return unit === 'pounds' || unit === 'pounds-each';
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
export function readValueText(text: string, unit: ParameterUnit): ReadText {
  const clean = text.replace(NON_BREAKING_SPACES, ' ').replace(DASHES, '-').trim();
  if (clean === '' || clean === '-') return { kind: 'blank' };
  const parts = partsOf(clean);
  if (parts === null || !fitsUnit(parts, unit)) return UNREADABLE;
  if (!/\d/.test(parts.digits) || !PLAIN_NUMBER.test(parts.digits)) return UNREADABLE;
  const shown = Number(parts.digits.replaceAll(',', ''));
  const value = isPercentage(unit) ? shiftDecimals(shown, -2) : shown;
  return Number.isFinite(value) ? { kind: 'number', value: parts.negative ? -value : value } : UNREADABLE;
}

/** The choice of that name or number; a number that is none of them is left to the rules. */
function readChoice(text: string, choices: ParameterDefinition['choices']): ReadText {
  const clean = text.trim().toLowerCase();
  const named = choices?.find(({ label }) => label.toLowerCase() === clean);
  return named === undefined ? readValueText(text, 'choice') : { kind: 'number', value: named.value };
}

/** Reads a text for a parameter: as {@link readValueText}, and a choice by its name too. */
export function readTextFor(text: string, { unit, choices }: Definition): ReadText {
  return unit === 'choice' ? readChoice(text, choices) : readValueText(text, unit);
}
