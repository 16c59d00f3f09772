import { useId, useState, type FormEvent } from 'react';

interface ScenarioFormProps {
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly name: string;
  readonly isSaving: boolean;
  /** Why the last attempt was refused; null where it was not. */
  readonly refusal: string | null;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
}

const LONGEST_NAME = 120;

/** Names a scenario, a new one or one that there is. */
export function ScenarioForm(props: ScenarioFormProps) {
  const { label, hint, button, isSaving, refusal, onSave, onClose } = props;
  const id = useId();
  const [name, setName] = useState(props.name);
  const [isEmpty, setEmpty] = useState(false);
  const problem = isEmpty ? 'Enter a name.' : refusal;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setEmpty(name.trim() === '');
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form className="wt-scenario-form" onSubmit={submit} noValidate>
      <div className={`nhsuk-form-group wt-form-group${problem === null ? '' : ' nhsuk-form-group--error'}`}>
        <label className="nhsuk-label wt-field__label" htmlFor={id}>
          {label}
        </label>
        <p className="nhsuk-hint wt-form-hint" id={`${id}-hint`}>
          {hint}
        </p>
        {problem === null ? null : (
          <p className="nhsuk-error-message" id={`${id}-error`} role="alert">
            {problem}
          </p>
        )}
        <input
          id={id}
          className={`nhsuk-input wt-input${problem === null ? '' : ' nhsuk-input--error'}`}
          maxLength={LONGEST_NAME}
          autoComplete="off"
          autoFocus
          aria-describedby={problem === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
        />
      </div>
      <p className="wt-attention__actions">
        <button type="submit" className="nhsuk-button nhsuk-button--small wt-button" disabled={isSaving}>
          {button}
        </button>
        <button type="button" className="wt-link-button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}
