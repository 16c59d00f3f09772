import { useId, useState, type FormEvent } from 'react';
import { formatQuantity } from '../words/numbers';
import type { EditingSession } from './grid/editing-session';
import { contentOf, type CellView } from './grid/grid-model';

interface SelectionSourceProps {
  readonly cells: readonly CellView[];
  readonly session: EditingSession;
}

const orElse = (text: string, before: string | null): string | null =>
  text.trim() === '' ? before : text.trim();

/** One source and one reason for every value entered in the selection, as after a paste. */
export function SelectionSource({ cells, session }: SelectionSourceProps) {
  const id = useId();
  const [basis, setBasis] = useState('');
  const [note, setNote] = useState('');
  const entered = cells.flatMap((view) => {
    const content = contentOf(view);
    return content.kind === 'own' ? [{ address: view.address, content }] : [];
  });
  if (entered.length === 0) {
    return <p className="wt-secondary">None of the {cells.length} cells selected has a value of its own.</p>;
  }
  const values = formatQuantity(entered.length, 'value');
  const save = (event: FormEvent) => {
    event.preventDefault();
    const entries = entered.map(({ address, content }) => ({
      address,
      content: { ...content, basis: orElse(basis, content.basis), note: orElse(note, content.note) },
    }));
    session.enter(entries, `source of ${values}`);
  };
  const field = (name: string, label: string, text: string, onText: (text: string) => void) => (
    <div className="wt-field--text">
      <label className="nhsuk-label wt-field__label" htmlFor={`${id}-${name}`}>
        {label}
      </label>
      <input
        id={`${id}-${name}`}
        className="nhsuk-input wt-input"
        value={text}
        autoComplete="off"
        maxLength={name === 'basis' ? 255 : 4000}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
  return (
    <form className="wt-details-form" onSubmit={save} aria-label="Source of the selected values">
      <p className="wt-secondary">
        For the {values} entered in the selection. What is left blank stays as it is. Select one cell for its
        value and range.
      </p>
      <div className="wt-details-form__fields">
        {field('basis', 'Source or basis', basis, setBasis)}
        {field('note', 'Reason or note', note, setNote)}
      </div>
      <button
        type="submit"
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
        disabled={basis.trim() === '' && note.trim() === ''}
      >
        Save for {values}
      </button>
    </form>
  );
}
