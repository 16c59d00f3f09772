import { useEffect, useId, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import type { ListedEntry, RegisterDefinition, RegisterEdit } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import { ErrorSummary } from '../forms/error-summary';
import { AlsoInEntry } from '../presence/also-in-entry';
import { useAnnounce } from '../shell/announcer';
import type { KeptEntry } from '../unsent/unsent-storage';
import { ConflictPanel } from './conflict-panel';
import { offeredYears, textsOf, valuesOf } from './entry-texts';
import type { FormProblem } from '../forms/problems';
import type { EntryWords } from './entry-words';
import { FieldInput, type Option } from './field-input';
import { useEntryStore } from './kept-entry';
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

/** What a form starts with: what this computer kept of it, else the entry as it stands. */
function startOf({ register, entry }: EntryFormProps, kept: KeptEntry | null): KeptEntry {
  return (
    kept ?? {
      module: register.module,
      texts: textsOf(register, entry?.values ?? {}),
      reason: entry?.note ?? '',
      entryKey: entry?.entryKey ?? crypto.randomUUID(),
      baseVersion: entry?.version ?? 0,
      isToBeSent: false,
    }
  );
}

/** Whether the form is still there. */
function useIsOpen() {
  const isOpen = useRef(true);
  useLayoutEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return isOpen;
}

function useEntryForm(props: EntryFormProps) {
  const { unit, register, entry, onClose } = props;
  const announce = useAnnounce();
  const store = useEntryStore(unit, register.key, entry?.entryKey ?? null);
  const [wasKept] = useState(() => store.read() !== null);
  const [form, setForm] = useState(() => startOf(props, store.read()));
  const isOpen = useIsOpen();
  const [unreadable, setUnreadable] = useState<readonly FormProblem[]>([]);
  const save = useSaveEntry(unit, register.key, () => {
    store.forget();
    const late = wasKept || form.isToBeSent ? 'The entry kept on this computer is now sent.' : 'Entry saved.';
    announce(`${register.label}: ${late} The projection is recalculated.`);
    // Whoever went to another page stays there.
    if (isOpen.current) onClose();
  });
  const refusal = save.error === null ? null : refusalOf(save.error);
  const change = (part: Partial<KeptEntry>) => {
    const next = { ...form, ...part };
    setForm(next);
    store.keep(next);
  };
  const submit = (baseVersion: number) => {
    const { values, problems } = valuesOf(register, form.texts);
    setUnreadable(problems);
    save.reset();
    if (problems.length > 0) return;
    change({ baseVersion, isToBeSent: true });
    const note = form.reason.trim() === '' ? null : form.reason.trim();
    const edit: RegisterEdit = {
      register: register.key,
      entryKey: form.entryKey,
      values,
      note,
      baseVersion,
    };
    save.mutate({ edit, reason: note });
  };
  // What could not be sent before is sent once the form is opened again.
  const unsentVersion = useRef(form.isToBeSent ? form.baseVersion : null);
  useEffect(() => {
    const version = unsentVersion.current;
    unsentVersion.current = null;
    if (version !== null) submit(version);
  });
  const close = () => {
    store.forget();
    onClose();
  };
  return {
    ...form,
    change,
    wasKept,
    refusal,
    submit,
    save,
    close,
    problems: refusal?.problems ?? unreadable,
  };
}

/** Says that the entry waits on this computer, and why. */
function KeptLine({ isWaiting, wasKept }: { readonly isWaiting: boolean; readonly wasKept: boolean }) {
  const announce = useAnnounce();
  const words = isWaiting
    ? 'Not sent yet: the service can’t be reached. This entry is kept on this computer, sent by itself when the connection is back.'
    : wasKept
      ? 'As you left it: this entry was kept on this computer and is not saved yet.'
      : null;
  useEffect(() => {
    if (words !== null) announce(words);
  }, [announce, words]);
  return words === null ? null : <p className="wt-save wt-save--failed">{words}</p>;
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
  const { unit, register, entry, planYears, staffGroups, bands, words } = props;
  const id = useId();
  const form = useEntryForm(props);
  const { texts, problems, refusal, save } = form;
  const isWaiting = save.isPending && (save.isPaused || save.failureCount > 0);
  const theirs = refusal?.theirs ?? null;
  const messageAt = (field: string) => problems.find((problem) => problem.field === field)?.message ?? null;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    form.submit(form.baseVersion);
  };
  return (
    <form className="wt-entry-form" onSubmit={onSubmit} noValidate aria-label={`${register.label}: entry`}>
      {entry === null ? null : (
        <AlsoInEntry unit={unit} entry={{ register: register.key, entryKey: entry.entryKey }} />
      )}
      <KeptLine isWaiting={isWaiting} wasKept={form.wasKept} />
      <ErrorSummary id={id} problems={problems} />
      {theirs === null ? null : (
        <ConflictPanel
          register={register}
          mine={valuesOf(register, texts).values}
          theirs={theirs}
          words={words}
          onMine={() => form.submit(theirs.version)}
          onTheirs={form.close}
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
            onChange={(name, text) => form.change({ texts: { ...texts, [name]: text } })}
          />
        ))}
        <Reason id={`${id}-reason`} text={form.reason} onChange={(reason) => form.change({ reason })} />
      </div>
      <p className="wt-attention__actions">
        <button
          type="submit"
          className="nhsuk-button nhsuk-button--small wt-button"
          disabled={save.isPending}
        >
          {entry === null ? 'Add this entry' : 'Save this entry'}
        </button>
        <button type="button" className="wt-link-button" onClick={form.close}>
          Cancel
        </button>
      </p>
    </form>
  );
}
