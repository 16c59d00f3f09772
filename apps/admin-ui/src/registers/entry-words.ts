import type { RegisterDefinition, RegisterField, RegisterValue } from '../api/analysis-types';
import { valueInWords } from '../assumptions/grid/cell-text';
import { financialYear, formatMonth } from '../words/dates';
import { sentenceCase } from '#views/lists';

type NumberField = Extract<RegisterField, { readonly kind: 'number' | 'number-by-year' }>;

/** The names that codes of an entry stand for. */
export interface EntryWords {
  readonly groupName: (code: string) => string;
}

/** The names that the staff groups of a unit go by. */
export function wordsOf(
  staffGroups: readonly { readonly code: string; readonly name: string }[],
): EntryWords {
  return { groupName: (code) => staffGroups.find((group) => group.code === code)?.name ?? code };
}

/** A number of a register with its unit. */
export function numberInWords(value: number, { unit, decimals }: NumberField): string {
  if (unit === 'number') return value.toLocaleString('en-GB', { maximumFractionDigits: decimals });
  return valueInWords(value, { unit, decimals });
}

function byYearText(value: Readonly<Record<string, number>>, field: NumberField): string {
  return Object.entries(value)
    .sort(([left], [right]) => left.localeCompare(right))
    .map(([year, number]) => `${financialYear(Number(year))}: ${numberInWords(number, field)}`)
    .join('; ');
}

function codeText(field: RegisterField, value: string, { groupName }: EntryWords): string {
  switch (field.kind) {
    case 'choice':
      return field.choices.find(({ code }) => code === value)?.label ?? value;
    case 'staff-group':
      return groupName(value);
    case 'month':
      return formatMonth(value);
    case 'band':
      return sentenceCase(value);
    case 'text':
    case 'number':
    case 'number-by-year':
      return value;
  }
}

/** What a field of an entry holds, in words; a dash where it is left empty. */
export function fieldText(field: RegisterField, value: RegisterValue | undefined, words: EntryWords): string {
  if (value === undefined || value === '') return '–';
  const isNumber = field.kind === 'number' || field.kind === 'number-by-year';
  if (typeof value === 'number') return isNumber ? numberInWords(value, field) : String(value);
  if (typeof value === 'string') return codeText(field, value, words);
  return isNumber ? byYearText(value, field) : '';
}

/** What an entry is called: its name, or the first thing that it says. */
export function entryName(
  { fields }: Pick<RegisterDefinition, 'fields'>,
  values: Readonly<Record<string, RegisterValue>>,
  words: EntryWords,
): string {
  const [first] = fields;
  const named = fields.find(({ key }) => key === 'name' && values[key] !== undefined) ?? first;
  return named === undefined ? '' : fieldText(named, values[named.key], words);
}
