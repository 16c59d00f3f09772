import { useId, useState, type FormEvent } from 'react';
import type { ListedEntry, RegisterDefinition, RegisterEdit } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { useAnnounce } from '../shell/announcer';
import { ConflictPanel } from './conflict-panel';
import { offeredYears, textsOf, valuesOf } from './entry-texts';
import type { FormProblem } from '../forms/problems';
import type { EntryWords } from './entry-words';
import { FieldInput, type Option } from './field-input';
import { refusalOf, useSaveEntry } from './save-entry';

/** What a form is for: the register, its entry (null for a new one), and what its fields choose from. */
export interface EntryFormProps {
  readonly unit: Unit;
  readonly register: RegisterDefinition;
  readonly entry: ListedEntry | null;
  readonly planYears: readonly number[];
  readonly staffGroups: readonly Option[];
  readonly bands: readonly Option[];
  readonly words: EntryWords;
  readonly onClose: () => void;
}

function useEntryForm({ unit, register, entry, onClose }: EntryFormProps) {
  const announce = useAnnounce();
  const [texts, setTexts] = useState(() => textsOf(register, entry?.values ?? {}));
  const [reason, setReason] = useState(entry?.note ?? '');
  const [unreadable, setUnreadable] = useState<readonly FormProblem[]>([]);
  const save = useSaveEntry(unit, register.key, () => {
    announce(`${register.label}: entry saved. The projection is recalculated.`);
    onClose();
  });
  const refusal = save.error === null ? null : refusalOf(save.error);
  const submit = (baseVersion: number) => {
    const { values, problems } = valuesOf(register, texts);
    setUnreadable(problems);
    save.reset();
    if (problems.length > 0) return;
    const note = reason.trim() === '' ? null : reason.trim();
    const edit: RegisterEdit = {
      register: register.key,
      entryKey: entry?.entryKey ?? null,
      values,
      note,
      baseVersion,
    };
    save.mutate({ edit, reason: note });
  };
  return {
    texts,
    setTexts,
    reason,
    setReason,
    refusal,
    submit,
    save,
    problems: refusal?.problems ?? unreadable,
  };
}

interface ReasonProps {
  readonly id: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
}

function Reason({ id, text, onChange }: ReasonProps) {
  return (
    <div className="nhsuk-form-group wt-form-group">
      <label className="nhsuk-label wt-field__label" htmlFor={id}>
        Give a reason (optional)
      </label>
      <p className="nhsuk-hint wt-form-hint" id={`${id}-hint`}>
        Kept with the entry and its history.
      </p>
      <input
        id={id}
        className="nhsuk-input wt-input"
        maxLength={4000}
        autoComplete="off"
        aria-describedby={`${id}-hint`}
        value={text}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Enters or changes one entry; what the server refuses is shown at its field, a conflict with both versions. */
export function EntryForm(props: EntryFormProps) {
  const { register, entry, planYears, staffGroups, bands, words, onClose } = props;
  const id = useId();
  const form = useEntryForm(props);
  const { texts, problems, refusal } = form;
  const theirs = refusal?.theirs ?? null;
  const messageAt = (field: string) => problems.find((problem) => problem.field === field)?.message ?? null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.submit(entry?.version ?? 0);
  };
  return (
    <form className="wt-entry-form" onSubmit={onSubmit} noValidate aria-label={`${register.label}: entry`}>
      <ErrorSummary id={id} problems={problems} />
      {theirs === null ? null : (
        <ConflictPanel
          register={register}
          mine={valuesOf(register, texts).values}
          theirs={theirs}
          words={words}
          onMine={() => form.submit(theirs.version)}
          onTheirs={onClose}
        />
      )}
      <div className="wt-entry-form__fields">
        {register.fields.map((field) => (
          <FieldInput
            key={field.key}
            id={`${id}-${field.key}`}
            field={field}
            texts={texts}
            years={offeredYears(planYears, entry?.values[field.key])}
            staffGroups={staffGroups}
            bands={bands}
            problem={messageAt(field.key)}
            onChange={(name, text) => form.setTexts({ ...texts, [name]: text })}
          />
        ))}
        <Reason id={`${id}-reason`} text={form.reason} onChange={form.setReason} />
      </div>
      <p className="wt-attention__actions">
        <button
          type="submit"
          className="nhsuk-button nhsuk-button--small wt-button"
          disabled={form.save.isPending}
        >
          {entry === null ? 'Add this entry' : 'Save this entry'}
        </button>
        <button type="button" className="wt-link-button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}
