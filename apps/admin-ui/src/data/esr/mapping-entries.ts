import type { MappingEntry } from '#views/lists';
import type { EsrMapping } from '../../api/esr-types';

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
