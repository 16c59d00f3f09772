import { useQuery } from '@tanstack/react-query';
import { registersQuery } from '../api/analysis-queries';
import type { RegisterDefinition } from '../api/analysis-types';
import { entryName, fieldText, type EntryWords } from '../registers/entry-words';
import { sentenceCase } from '#views/lists';
import type { DifferentEntry } from './scenario-queries';

/** Staff groups are named by their codes: the difference holds no other names of them. */
const WORDS: EntryWords = { groupName: sentenceCase };

function what({ base, changed }: DifferentEntry, baseName: string): string {
  if (base === null) return `is not in ${baseName}`;
  return changed === null ? `is withdrawn; it is in ${baseName}` : `differs from ${baseName}`;
}

function Changes({
  entry,
  definition,
}: {
  readonly entry: DifferentEntry;
  readonly definition: RegisterDefinition;
}) {
  const { base, changed } = entry;
  if (base === null || changed === null) return null;
  const fields = definition.fields.filter(
    ({ key }) => JSON.stringify(base[key] ?? null) !== JSON.stringify(changed[key] ?? null),
  );
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {fields.map((field) => (
        <li key={field.key}>
          {field.label}: {fieldText(field, base[field.key], WORDS)} →{' '}
          <strong>{fieldText(field, changed[field.key], WORDS)}</strong>
        </li>
      ))}
    </ul>
  );
}

interface DifferentEntriesProps {
  readonly entries: readonly DifferentEntry[];
  readonly baseName: string;
}

/** The register entries that differ between two scenarios. */
export function DifferentEntries({ entries, baseName }: DifferentEntriesProps) {
  const { data: registers = [] } = useQuery(registersQuery);
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className="nhsuk-heading-s">Register entries</h3>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {entries.map((entry) => {
          const definition = registers.find(({ key }) => key === entry.register);
          const values = entry.changed ?? entry.base ?? {};
          return (
            <li key={`${entry.register} ${entry.organisation?.id} ${entry.entryKey}`}>
              {definition === undefined
                ? entry.register
                : `${definition.label}: ${entryName(definition, values, WORDS)}`}{' '}
              {what(entry, baseName)}
              {entry.organisation === null ? '' : ` (${entry.organisation.name})`}.
              {definition === undefined ? null : <Changes entry={entry} definition={definition} />}
            </li>
          );
        })}
      </ul>
    </>
  );
}
