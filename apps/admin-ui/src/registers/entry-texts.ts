import { readValueText } from '#modules/registry';
import type { EntryValues, RegisterDefinition, RegisterField, RegisterValue } from '../api/analysis-types';
import { exactText, UNIT_WORDS } from '../assumptions/grid/cell-text';
import type { FormProblem } from '../forms/problems';

type NumberField = Extract<RegisterField, { readonly kind: 'number' | 'number-by-year' }>;

/** The texts of a form: one for each field, or `<field>.<year>` for a number by year. */
export type EntryTexts = Readonly<Record<string, string>>;

/** The name of a number's text in one year. */
export function yearName(field: string, year: number): string {
  return `${field}.${year}`;
}

/** Plain numbers are read and written as ratios are: as they stand. */
function unitOf({ unit }: NumberField) {
  return unit === 'number' ? 'ratio' : unit;
}

function exactNumber(value: number, field: NumberField): string {
  return exactText(value, { unit: unitOf(field), decimals: field.decimals });
}

/** The unit beside a field's label; empty where it has none. */
export function fieldUnit(field: RegisterField): string {
  const isNumber = field.kind === 'number' || field.kind === 'number-by-year';
  if (!isNumber || field.unit === 'number' || field.unit === 'ratio') return '';
  const words = UNIT_WORDS[field.unit];
  return field.label === words ? '' : words;
}

/** The years that a form offers: those of the plan, and those that the entry has. */
export function offeredYears(planYears: readonly number[], value: RegisterValue | undefined): number[] {
  const own = typeof value === 'object' ? Object.keys(value).map(Number) : [];
  return [...new Set([...planYears, ...own])].sort((left, right) => left - right);
}

function textsOfField(field: RegisterField, value: RegisterValue | undefined): [string, string][] {
  if (value === undefined) return [];
  if (typeof value === 'string') return [[field.key, value]];
  const isNumber = field.kind === 'number' || field.kind === 'number-by-year';
  if (!isNumber) return [];
  if (typeof value === 'number') return [[field.key, exactNumber(value, field)]];
  return Object.entries(value).map(([year, number]) => [
    yearName(field.key, Number(year)),
    exactNumber(number, field),
  ]);
}

/** The texts of an entry as the form starts with them. */
export function textsOf({ fields }: Pick<RegisterDefinition, 'fields'>, values: EntryValues): EntryTexts {
  return Object.fromEntries(fields.flatMap((field) => textsOfField(field, values[field.key])));
}

type Read = { readonly value: RegisterValue | undefined } | { readonly message: string };

function readNumber(field: NumberField, text: string): Read {
  const read = readValueText(text, unitOf(field));
  if (read.kind === 'blank') return { value: undefined };
  if (read.kind === 'unreadable') return { message: `${field.label}: “${text}” can’t be read as a number.` };
  return { value: read.value };
}

function readYears(field: NumberField, texts: EntryTexts): Read {
  const values: Record<string, number> = {};
  for (const [name, text] of Object.entries(texts)) {
    const prefix = `${field.key}.`;
    if (!name.startsWith(prefix)) continue;
    const read = readNumber(field, text);
    if ('message' in read) return read;
    if (typeof read.value === 'number') values[name.slice(prefix.length)] = read.value;
  }
  return { value: Object.keys(values).length === 0 ? undefined : values };
}

function readField(field: RegisterField, texts: EntryTexts): Read {
  if (field.kind === 'number-by-year') return readYears(field, texts);
  const text = (texts[field.key] ?? '').trim();
  if (field.kind === 'number') return readNumber(field, text);
  return { value: text === '' ? undefined : text };
}

/** The values that the texts make, and the fields whose text can't be read; the server checks the rest. */
export function valuesOf(
  { fields }: Pick<RegisterDefinition, 'fields'>,
  texts: EntryTexts,
): { readonly values: EntryValues; readonly problems: readonly FormProblem[] } {
  const values: Record<string, RegisterValue> = {};
  const problems: FormProblem[] = [];
  for (const field of fields) {
    const read = readField(field, texts);
    if ('message' in read) problems.push({ field: field.key, message: read.message });
    else if (read.value !== undefined) values[field.key] = read.value;
  }
  return { values, problems };
}
