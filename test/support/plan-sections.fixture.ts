import type {
  DocumentSections,
  SectionDefinition,
  SectionEdit,
  SectionField,
  SectionValue,
  SectionValues,
} from '#plans';

/** Answers that a plan can stand on without figures of its own. */
const PREFERRED: Readonly<Record<string, SectionValue>> = {
  statement: 'stated-nil',
  size: 'under-20',
  position: 'balance',
};

/** What it takes for a document to be complete: every section that asks for something, filled in. */
export function completeSections(document: DocumentSections): readonly SectionEdit[] {
  return document.definitions
    .filter(({ fewest }) => fewest > 0)
    .map((definition) => ({
      section: definition.key,
      baseVersion: document.sections.find(({ key }) => key === definition.key)?.version ?? 0,
      entries: rowsOf(definition).map((fixed, index) => ({
        id: `entry-${index + 1}`,
        values: filled(definition, fixed, document),
      })),
    }));
}

function rowsOf({ fixedRows }: SectionDefinition): readonly SectionValues[] {
  return fixedRows === undefined ? [{}] : fixedRows.codes.map((code) => ({ [fixedRows.field]: code }));
}

function filled(
  { fields }: SectionDefinition,
  fixed: SectionValues,
  document: DocumentSections,
): SectionValues {
  const values: Record<string, SectionValue> = { ...fixed };
  for (const field of fields) {
    const { requiredWhen } = field;
    const isNeeded =
      requiredWhen === undefined
        ? field.isRequired
        : requiredWhen.is.includes(String(values[requiredWhen.field] ?? ''));
    if (isNeeded && values[field.key] === undefined) values[field.key] = valueOf(field, values, document);
  }
  return values;
}

type Choices = DocumentSections['choices'];

/** A value of each kind of field. */
const VALUES: Readonly<
  Record<
    SectionField['kind'],
    (field: SectionField, choices: Choices, values: SectionValues) => SectionValue | undefined
  >
> = {
  text: ({ label }) => `${label} of the test`,
  'long-text': ({ label }) => `${label} of the test`,
  choice: (field) => PREFERRED[field.key] ?? (field.kind === 'choice' ? field.choices[0]?.code : undefined),
  number: (field) => (field.kind === 'number' ? field.minimum : undefined),
  date: () => '2026-12-01',
  year: (_, { years }) => String(years[0]),
  organisation: (_, { organisations }) => organisations[0]?.id,
  'staff-group': (_, { staffGroups }) => staffGroups[0]?.code,
  scenario: (_, { scenarios }) => scenarios[0]?.id,
  'clinical-lead': (_, choices, values) => leadFor(values['commitment'] ?? null, choices),
};

function valueOf(field: SectionField, values: SectionValues, { choices }: DocumentSections): SectionValue {
  const value = VALUES[field.kind](field, choices, values);
  if (value === undefined) throw new Error(`${field.key} has nothing to choose from`);
  return value;
}

function leadFor(commitment: SectionValue | null, { clinicalLeads }: DocumentSections['choices']) {
  const own = clinicalLeads.find((lead) => lead.commitment !== null && lead.commitment === commitment);
  return (own ?? clinicalLeads.find((lead) => lead.commitment === null))?.id;
}
