import { useEffect, useId, useRef, type FormEvent } from 'react';
import { ErrorSummary } from './error-summary';
import { FormActions } from './form-actions';
import { problemsOf } from './problems';

interface ConfirmationProps {
  readonly question: string;
  /** What follows from it. */
  readonly consequence: string;
  readonly action: string;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks once more before something that others notice; takes the focus, so that it is not missed. */
export function Confirmation(props: ConfirmationProps) {
  const { question, consequence, action, isPending, error, onConfirm, onCancel } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.focus(), [question]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onConfirm();
  };
  return (
    <form className="wt-entry-form" aria-labelledby={id} tabIndex={-1} ref={form} onSubmit={submit}>
      <ErrorSummary id={id} problems={problemsOf(error)} fields={[]} />
      <h3 className="nhsuk-heading-s wt-card__heading" id={id}>
        {question}
      </h3>
      <p>{consequence}</p>
      <FormActions label={action} isPending={isPending} isWarning onCancel={onCancel} />
    </form>
  );
}
