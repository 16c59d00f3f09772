import type { EsrMapping } from '../../api/esr-types';

/** The parts of a mapping that read a text of the extract as a code. */
export const MAPPING_PARTS = ['columns', 'occupationCodes', 'payGrades', 'rules', 'destinations'] as const;
export type MappingPart = (typeof MAPPING_PARTS)[number];

/** One thing that a mapping says: a text of the extract, and what it is read as. */
export interface MappingEntry {
  readonly part: MappingPart;
  /** A header, a code or a pattern. */
  readonly from: string;
  /** A field, a staff group, a band, a rule or a place. */
  readonly to: string;
  /** Of a rule: the field that the text is looked for in. */
  readonly field?: string;
}

const TEXT_PARTS = ['occupationCodes', 'payGrades', 'destinations'] as const;

/** Everything that a mapping says, part by part. */
export function entriesOf(mapping: EsrMapping): MappingEntry[] {
  return [
    ...Object.entries(mapping.columns).map(([to, from]): MappingEntry => ({ part: 'columns', from, to })),
    ...TEXT_PARTS.flatMap((part) =>
      Object.entries(mapping[part]).map(([from, to]): MappingEntry => ({ part, from, to })),
    ),
    ...mapping.rules.flatMap(({ code, field, patterns }) =>
      patterns.map((from): MappingEntry => ({ part: 'rules', from, to: code, field })),
    ),
  ];
}

/** A mapping that says one thing less. */
export function withoutEntry(mapping: EsrMapping, entry: MappingEntry): EsrMapping {
  const { part, from, to, field } = entry;
  if (part === 'rules') {
    const rules = mapping.rules
      .map((rule) =>
        rule.code === to && rule.field === field
          ? { ...rule, patterns: rule.patterns.filter((pattern) => pattern !== from) }
          : rule,
      )
      .filter(({ patterns }) => patterns.length > 0);
    return { ...mapping, rules };
  }
  const key = part === 'columns' ? to : from;
  const { [key]: _, ...rest } = mapping[part];
  return { ...mapping, [part]: rest };
}

/** A mapping that says one thing more; of two on the same text the later counts. */
export function withEntry(mapping: EsrMapping, entry: MappingEntry): EsrMapping {
  const { part, from, to, field = '' } = entry;
  if (part === 'columns') return { ...mapping, columns: { ...mapping.columns, [to]: from } };
  if (part !== 'rules') return { ...mapping, [part]: { ...mapping[part], [from]: to } };
  const others = withoutEntry(mapping, entry).rules;
  const same = others.find((rule) => rule.code === to && rule.field === field);
  const patterns = [...(same?.patterns ?? []), from];
  return {
    ...mapping,
    rules: [...others.filter((rule) => rule !== same), { code: to, field, patterns }],
  };
}
