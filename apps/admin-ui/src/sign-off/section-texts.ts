import type { SectionDefinition, SectionEntry, SectionField } from '../api/sign-off-types';

/** An entry as it is typed: every value as text. */
export interface EntryText {
  readonly id: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** The entries as texts; fixed rows that are not answered yet stand there empty. */
export function textsOf(
  { shape, fixedRows }: SectionDefinition,
  entries: readonly SectionEntry[],
): readonly EntryText[] {
  const typed = entries.map(({ id, values }) => ({
    id,
    texts: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
  }));
  if (fixedRows !== undefined) {
    const { field, codes } = fixedRows;
    const known = new Map(typed.map((entry) => [entry.texts[field], entry]));
    const rows = codes.map((code) => known.get(code) ?? { id: code, texts: { [field]: code } });
    return [...rows, ...typed.filter(({ texts }) => !codes.includes(texts[field] ?? ''))];
  }
  return shape === 'record' && typed.length === 0 ? [{ id: 'entry', texts: {} }] : typed;
}

/** Whether a field can be read as what it is. */
export function isReadable(field: SectionField, text: string): boolean {
  return field.kind !== 'number' || text.trim() === '' || Number.isFinite(numberOf(text));
}

const numberOf = (text: string): number => Number(text.replaceAll(/[,£%\s]/g, ''));

/** The entries to save. Empty fields, and fixed rows of which nothing is answered, are left out. */
export function entriesOf(
  { fields, fixedRows, shape }: SectionDefinition,
  entries: readonly EntryText[],
): readonly SectionEntry[] {
  return entries
    .map(({ id, texts }) => ({ id, values: valuesOf(fields, texts) }))
    .filter(({ values }) => {
      const answered = Object.keys(values).filter((key) => key !== fixedRows?.field);
      const standsAnyway = fixedRows === undefined && shape === 'list';
      return standsAnyway || answered.length > 0;
    });
}

function valuesOf(fields: readonly SectionField[], texts: EntryText['texts']): SectionEntry['values'] {
  return Object.fromEntries(
    fields.flatMap(({ key, kind }) => {
      const text = texts[key] ?? '';
      if (text.trim() === '') return [];
      return [[key, kind === 'number' ? numberOf(text) : text]];
    }),
  );
}

/** Whether a field is asked for, as the entry stands. */
export function isAsked({ isRequired, requiredWhen }: SectionField, texts: EntryText['texts']): boolean {
  if (requiredWhen === undefined) return isRequired;
  return requiredWhen.is.includes(texts[requiredWhen.field] ?? '');
}
