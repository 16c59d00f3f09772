import { useId, useState, type FormEvent } from 'react';
import type { EsrMapping, EsrVocabulary } from '../../api/esr-types';
import { ErrorSummary } from '../../forms/error-summary';
import { TextField } from '../../forms/fields';
import { problemsOf } from '../../forms/problems';
import type { FileFault } from '../file-faults';
import type { MappingEntry } from '#views/lists';
import { withEntry } from './mapping-entries';
import { useMapping } from './use-mapping';

interface MissingColumnsFormProps {
  readonly organisationId: string;
  readonly faults: readonly FileFault[];
  readonly vocabulary: EsrVocabulary;
  /** Headers of the file, where the browser can read them. */
  readonly headers: readonly string[];
  readonly onSaved: () => void;
}

/** Columns that an extract needs and does not have under a known name: which one is it in the file? */
export function MissingColumnsForm(props: MissingColumnsFormProps) {
  const { organisationId, faults, vocabulary, headers, onSaved } = props;
  const id = useId();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { save } = useMapping(organisationId, onSaved);
  const missing = faults.flatMap(({ rule, column, fix }) => {
    const known = vocabulary.columns.find(({ name }) => rule === 'has-column' && name === column);
    return known === undefined ? [] : [{ ...known, fix }];
  });
  const entries = missing.flatMap(({ field }): MappingEntry[] => {
    const from = (chosen[field] ?? '').trim();
    return from === '' ? [] : [{ part: 'columns', from, to: field }];
  });
  if (missing.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entries.length > 0) save.mutate((mapping: EsrMapping) => entries.reduce(withEntry, mapping));
  };
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label="Columns that are missing">
      <ErrorSummary id={id} problems={problemsOf(save.error)} fields={[]} />
      <p>Say by what name they go in your file. It is kept for this organisation.</p>
      <div className="wt-entry-form__fields">
        {missing.map(({ field, name, aliases }) => (
          <TextField
            key={field}
            id={`${id}-${field}`}
            label={`${name} is the column`}
            hint={aliases.length === 0 ? undefined : `Known by itself: ${[name, ...aliases].join(', ')}.`}
            value={chosen[field] ?? ''}
            offered={headers}
            maxLength={200}
            onChange={(header) => setChosen({ ...chosen, [field]: header })}
          />
        ))}
      </div>
      <button
        type="submit"
        className="nhsuk-button nhsuk-button--small wt-button"
        disabled={entries.length === 0 || save.isPending}
      >
        Save in the mapping and check again
      </button>
    </form>
  );
}
