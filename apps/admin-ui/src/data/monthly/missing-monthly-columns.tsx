import { useId, useState, type FormEvent } from 'react';
import type { MonthlyVocabulary } from '../../api/monthly-types';
import { ErrorSummary } from '../../forms/error-summary';
import { TextField } from '../../forms/fields';
import { problemsOf } from '../../forms/problems';
import { fileFaults } from '../file-faults';
import { useMonthlyMapping, type MonthlySubject } from './monthly-queries';

interface MissingColumnsProps {
  readonly subject: MonthlySubject;
  readonly error: Error;
  readonly vocabulary: MonthlyVocabulary;
  /** Headers of the file, where the browser can read them. */
  readonly headers: readonly string[];
  readonly onSaved: () => void;
}

/** Columns that a file needs and does not have under a known name: which one is it in the file? */
export function MissingMonthlyColumns({ subject, error, vocabulary, headers, onSaved }: MissingColumnsProps) {
  const id = useId();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { save } = useMonthlyMapping(subject, onSaved);
  const named = fileFaults(error).flatMap(({ rule, column }) => (rule === 'has-column' ? [column] : []));
  const missing = vocabulary.columns.filter(({ name }) => named.includes(name));
  if (missing.length === 0) return null;
  const entries = Object.entries(chosen).filter(([, header]) => header.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (entries.length === 0) return;
    save.mutate((mapping) => ({
      ...mapping,
      columns: {
        ...mapping.columns,
        ...Object.fromEntries(entries.map(([key, text]) => [key, text.trim()])),
      },
    }));
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
            hint={`Known by itself: ${[name, ...aliases].join(', ')}.`}
            value={chosen[field] ?? ''}
            offered={headers}
            maxLength={120}
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
