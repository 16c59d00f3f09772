import { useId, useState, type FormEvent } from 'react';
import type { ListedEntry, RegisterDefinition } from '../api/analysis-types';
import type { Unit } from '../api/queries';
import { useAnnounce } from '../shell/announcer';
import { ConflictPanel } from './conflict-panel';
import { entryName, type EntryWords } from './entry-words';
import { refusalOf, useSaveEntry } from './save-entry';

interface WithdrawFormProps {
  readonly unit: Unit;
  readonly register: RegisterDefinition;
  readonly entry: ListedEntry;
  readonly words: EntryWords;
  readonly onClose: () => void;
}

function useWithdrawal({ unit, register, entry, onClose }: WithdrawFormProps) {
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const save = useSaveEntry(unit, register.key, () => {
    announce(`${register.label}: entry withdrawn. The projection is recalculated.`);
    onClose();
  });
  const refusal = save.error === null ? null : refusalOf(save.error);
  const withdraw = (baseVersion: number) => {
    const note = reason.trim();
    setMissing(note === '');
    if (note === '') return;
    const edit = { register: register.key, entryKey: entry.entryKey, values: null, note, baseVersion };
    save.mutate({ edit, reason: note });
  };
  return {
    reason,
    setReason,
    withdraw,
    isPending: save.isPending,
    theirs: refusal?.theirs ?? null,
    message: isMissing ? 'Give a reason for withdrawing it.' : (refusal?.problems[0]?.message ?? null),
  };
}

/** Takes an entry out of the plan, with a reason; its history stays. */
export function WithdrawForm(props: WithdrawFormProps) {
  const { register, entry, words, onClose } = props;
  const id = useId();
  const { reason, setReason, withdraw, isPending, theirs, message } = useWithdrawal(props);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    withdraw(entry.version);
  };
  return (
    <form className="wt-entry-form" onSubmit={onSubmit} noValidate aria-label={`${register.label}: withdraw`}>
      {theirs === null ? null : (
        <ConflictPanel
          register={register}
          mine={null}
          theirs={theirs}
          words={words}
          onMine={() => withdraw(theirs.version)}
          onTheirs={onClose}
        />
      )}
      <div className={message === null ? 'nhsuk-form-group' : 'nhsuk-form-group nhsuk-form-group--error'}>
        <label className="nhsuk-label wt-field__label" htmlFor={id}>
          Give a reason for withdrawing “{entryName(register, entry.values, words)}”
        </label>
        {message === null ? null : (
          <p className="nhsuk-error-message wt-form-error" role="alert" id={`${id}-error`}>
            {message}
          </p>
        )}
        <input
          id={id}
          className="nhsuk-input wt-input"
          maxLength={4000}
          autoComplete="off"
          value={reason}
          aria-invalid={message !== null}
          aria-describedby={message === null ? undefined : `${id}-error`}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <p className="wt-attention__actions">
        <button
          type="submit"
          className="nhsuk-button nhsuk-button--warning nhsuk-button--small wt-button"
          disabled={isPending}
        >
          Withdraw this entry
        </button>
        <button type="button" className="wt-link-button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}
