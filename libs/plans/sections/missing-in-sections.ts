import type {
  SectionContents,
  SectionDefinition,
  SectionEntry,
  SectionField,
  SectionValue,
} from './section-definition';

/** Something that a document lacks to leave its draft. */
export interface MissingPart {
  readonly section: string;
  /** Index of the entry; null for the section as a whole. */
  readonly entry: number | null;
  readonly field: string | null;
  readonly message: string;
}

/** Everything that is missing in the sections, in their order. Values that are there have been checked. */
export function missingInSections(
  definitions: readonly SectionDefinition[],
  contents: SectionContents,
): readonly MissingPart[] {
  return definitions.flatMap((definition) => missingIn(definition, contents[definition.key] ?? []));
}

function missingIn(definition: SectionDefinition, entries: readonly SectionEntry[]): readonly MissingPart[] {
  const { key, label, fewest, fields } = definition;
  if (entries.length === 0 && fewest === 0) return [];
  if (entries.length === 0) {
    return [{ section: key, entry: null, field: null, message: `${label}: nothing is entered yet.` }];
  }
  return [
    ...missingRows(definition, entries),
    ...entries.flatMap(({ values }, index) =>
      fields
        .filter((field) => isNeeded(field, values) && !isFilled(values[field.key]))
        .map((field) => ({
          section: key,
          entry: index,
          field: field.key,
          message: `${label}, ${nameOf(definition, entries, index)}: ${field.label} is empty.`,
        })),
    ),
  ];
}

function missingRows(
  { key, label, fixedRows, fields }: SectionDefinition,
  entries: readonly SectionEntry[],
): readonly MissingPart[] {
  if (fixedRows === undefined) return [];
  const { field, codes } = fixedRows;
  const answered = new Set(entries.map(({ values }) => values[field]));
  return codes
    .filter((code) => !answered.has(code))
    .map((code) => ({
      section: key,
      entry: null,
      field: null,
      message: `${label}: ${labelOf(fields, field, code)} is not answered.`,
    }));
}

function isNeeded({ isRequired, requiredWhen }: SectionField, values: SectionEntry['values']): boolean {
  if (requiredWhen === undefined) return isRequired;
  return requiredWhen.is.includes(String(values[requiredWhen.field] ?? ''));
}

const isFilled = (value: SectionValue | undefined): boolean =>
  value !== undefined && String(value).trim() !== '';

function nameOf(
  { shape, fixedRows, fields }: SectionDefinition,
  entries: readonly SectionEntry[],
  index: number,
): string {
  if (shape === 'record') return 'entry';
  const code = fixedRows === undefined ? undefined : entries[index]?.values[fixedRows.field];
  return fixedRows === undefined || code === undefined
    ? `entry ${index + 1}`
    : labelOf(fields, fixedRows.field, String(code));
}

function labelOf(fields: readonly SectionField[], key: string, code: string): string {
  const field = fields.find((one) => one.key === key);
  const choices = field?.kind === 'choice' ? field.choices : [];
  return choices.find((one) => one.code === code)?.label ?? code;
}
