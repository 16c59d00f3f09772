import { readValueText } from '#modules/registry';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import type { RetentionEntry } from '#modules/what-if';
import { overviewQuery, whatIfQuery, type Unit } from '../api/queries';
import { formatChange, formatCount } from '../words/numbers';
import { plainValue } from './grid/cell-content';
import { valueInWords } from './grid/cell-text';
import type { EditBook } from './grid/edit-book';
import type { EditingSession } from './grid/editing-session';
import type { CellView } from './grid/grid-model';
import { editedParameters } from './what-if/edited-parameters';
import { askRetention } from './what-if/retention-messages';

const FORMS = [
  { form: 'leaversAvoided', label: 'leavers avoided, people' },
  { form: 'fteKept', label: 'WTE kept at 31 March' },
  { form: 'points', label: 'percentage points' },
] as const;
type Form = (typeof FORMS)[number]['form'];

function savedInWords({ points, leaversAvoided, fteKept }: RetentionEntry): string {
  const shown = formatChange(points * 100);
  return `${shown} points better retention: ${formatCount(leaversAvoided)} leavers avoided in the year, ${formatCount(fteKept)} WTE kept at 31 March.`;
}

interface RetentionFormProps {
  readonly unit: Unit;
  readonly cell: CellView;
  readonly label: string;
  readonly book: EditBook;
  readonly session: EditingSession;
}

/** Asks what to enter for an amount, on the projection as the entries of this session make it. */
function useRetentionEntry({ unit, cell, book }: Pick<RetentionFormProps, 'unit' | 'cell' | 'book'>) {
  const { data: overview } = useQuery(overviewQuery(unit));
  const { data: base = null } = useQuery(whatIfQuery(unit, overview?.result?.id ?? null));
  const { staffGroup, year } = cell.address;
  const ask = useMutation({
    mutationFn: async ({ form, amount }: { readonly form: Form; readonly amount: number }) => {
      if (base === null) return { entry: null };
      const question = { staffGroup, year, form, amount };
      return askRetention({ base, edits: editedParameters(book), question });
    },
  });
  return { ask, canAsk: base !== null };
}

interface AmountFieldsProps {
  readonly text: string;
  readonly form: Form;
  readonly onText: (text: string) => void;
  readonly onForm: (form: Form) => void;
}

function AmountFields({ text, form, onText, onForm }: AmountFieldsProps) {
  const id = useId();
  return (
    <div className="wt-details-form__fields">
      <div className="wt-field--number">
        <label className="nhsuk-label wt-field__label" htmlFor={`${id}-amount`}>
          Better retention by
        </label>
        <input
          id={`${id}-amount`}
          className="nhsuk-input wt-input"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
      <div className="wt-field--text">
        <label className="nhsuk-label wt-field__label" htmlFor={`${id}-form`}>
          Given as
        </label>
        <select
          id={`${id}-form`}
          className="nhsuk-select wt-select"
          value={form}
          onChange={(event) => onForm(FORMS[event.target.selectedIndex]?.form ?? form)}
        >
          {FORMS.map((each) => (
            <option key={each.form} value={each.form}>
              {each.label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

interface AnswerProps {
  readonly entry: RetentionEntry;
  readonly cell: CellView;
  readonly onEnter: () => void;
}

/** What the amount comes to, and the value that stands for it. */
function Answer({ entry, cell, onEnter }: AnswerProps) {
  if (entry.parameter !== cell.definition.key) {
    return <p>The retention of this staff group is counted by another assumption: {entry.parameter}.</p>;
  }
  return (
    <>
      <p className="wt-card__sentence">{savedInWords(entry)}</p>
      <button type="button" className="nhsuk-button nhsuk-button--small wt-button" onClick={onEnter}>
        Enter {valueInWords(entry.value, cell.definition)}
      </button>
    </>
  );
}

/** Better retention entered as points, as leavers avoided or as WTE kept: the same change, worked out. */
export function RetentionForm({ unit, cell, label, book, session }: RetentionFormProps) {
  const [form, setForm] = useState<Form>('leaversAvoided');
  const [text, setText] = useState('');
  const { ask, canAsk } = useRetentionEntry({ unit, cell, book });
  const read = readValueText(text, form === 'points' ? 'share' : 'fte');
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (read.kind === 'number') ask.mutate({ form, amount: read.value });
  };
  const entry = ask.data?.entry ?? null;
  const enter = (value: number) =>
    session.enter([{ address: cell.address, content: plainValue(value) }], label);
  return (
    <form className="wt-details-form" onSubmit={onSubmit} onChange={() => ask.reset()}>
      <AmountFields text={text} form={form} onText={setText} onForm={setForm} />
      <button
        type="submit"
        disabled={!canAsk || ask.isPending || read.kind !== 'number'}
        className="nhsuk-button nhsuk-button--secondary nhsuk-button--small wt-button"
      >
        Work out
      </button>
      <div aria-live="polite">
        {entry === null ? null : <Answer entry={entry} cell={cell} onEnter={() => enter(entry.value)} />}
        {ask.isError || (ask.isSuccess && entry === null) ? (
          <p className="nhsuk-error-message">Turnover alone can’t do that in this year.</p>
        ) : null}
      </div>
    </form>
  );
}
