import type { DifferentAssumption } from './scenario-queries';

/** Where the values that differ were entered on the changed side. */
export function whereEntered({ base, changed }: DifferentAssumption): string {
  const different = changed.filter(({ value }, index) => value !== base[index]?.value);
  const [first] = different.length === 0 ? changed : different;
  if (first === undefined) return '';
  const { provenance } = first;
  if (provenance.level !== 'scenario') return 'National default';
  const parts = [
    provenance.organisation === null ? '' : `at ${provenance.organisation.name}`,
    provenance.scenario === null ? '' : `in ${provenance.scenario.name}`,
    provenance.author === null ? '' : `by ${provenance.author}`,
  ];
  const reason = first.note === null || first.note === '' ? '' : `. Reason: ${first.note}`;
  const words = parts.filter((part) => part !== '').join(', ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${reason}`;
}
