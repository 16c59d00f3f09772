import { useId, useState, type FormEvent } from 'react';
import type { OfferedStep, SignOffDocument } from '../api/sign-off-types';
import { refusalMessages, useTakeStep } from './use-take-step';

interface StepProps {
  readonly document: SignOffDocument;
  readonly step: OfferedStep;
}

const nameOf = ({ label, slotLabel }: OfferedStep): string =>
  slotLabel === null ? label : `${label}: ${slotLabel}`;

function Refusal({ error }: { readonly error: unknown }) {
  if (error === null) return null;
  return (
    <div role="alert">
      {refusalMessages(error).map((message) => (
        <p className="wt-error-text" key={message}>
          {message}
        </p>
      ))}
    </div>
  );
}

/** What the step asks for, and the button that takes it. */
function StepForm({ document, step, onClose }: StepProps & { readonly onClose: () => void }) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [date, setDate] = useState('');
  const take = useTakeStep(document, onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    take.mutate({ step, words: { reason, date } });
  };
  return (
    <form className="wt-entry-form" onSubmit={submit} aria-label={nameOf(step)} noValidate>
      {step.needs.includes('reason') ? (
        <div className="nhsuk-form-group">
          <label className="nhsuk-label wt-field__label" htmlFor={`${id}-reason`}>
            Give a reason
          </label>
          <p className="nhsuk-hint wt-form-hint" id={`${id}-hint`}>
            Kept for good, and shown to whoever works on it.
          </p>
          <textarea
            id={`${id}-reason`}
            className="nhsuk-textarea wt-textarea"
            rows={3}
            maxLength={4000}
            aria-describedby={`${id}-hint`}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      ) : null}
      {step.needs.includes('date') ? (
        <div className="nhsuk-form-group">
          <label className="nhsuk-label wt-field__label" htmlFor={`${id}-date`}>
            Date of the decision
          </label>
          <input
            id={`${id}-date`}
            type="date"
            className="nhsuk-input wt-input nhsuk-input--width-10"
            value={date}
            onChange={({ target }) => setDate(target.value)}
          />
        </div>
      ) : null}
      <Refusal error={take.error} />
      <p className="wt-attention__actions">
        <button
          type="submit"
          className="nhsuk-button nhsuk-button--small wt-button"
          disabled={take.isPending}
        >
          {nameOf(step)}
        </button>
        <button type="button" className="wt-link-button" onClick={onClose}>
          Cancel
        </button>
      </p>
    </form>
  );
}

/** A step that asks for nothing is taken at once; one that can't be taken yet says why. */
function Step({ document, step }: StepProps) {
  const [isOpen, setOpen] = useState(false);
  const take = useTakeStep(document, () => setOpen(false));
  if (step.refusal !== null) {
    return (
      <li className="wt-steps__step">
        <strong>{nameOf(step)}</strong>
        <span className="wt-cell-note">
          {step.refusal.code === 'condition' ? 'Possible once nothing is missing.' : step.refusal.message}
        </span>
      </li>
    );
  }
  const press = () => {
    if (step.needs.length > 0) setOpen(true);
    else take.mutate({ step, words: { reason: '', date: '' } });
  };
  const kind = step.isForward ? '' : ' nhsuk-button--secondary';
  return (
    <li className="wt-steps__step">
      {isOpen ? (
        <StepForm document={document} step={step} onClose={() => setOpen(false)} />
      ) : (
        <button
          type="button"
          className={`nhsuk-button nhsuk-button--small wt-button${kind}`}
          disabled={take.isPending}
          onClick={press}
        >
          {nameOf(step)}
        </button>
      )}
      <Refusal error={take.error} />
    </li>
  );
}

/** What the person can do now. */
export function StepsCard({ document }: { readonly document: SignOffDocument }) {
  const { offered, version } = document;
  return (
    <section className="wt-card" aria-label="What you can do">
      <h2 className="nhsuk-heading-m">What you can do</h2>
      {offered.length === 0 ? <p>Nothing is yours to do here now.</p> : null}
      <ul className="wt-steps">
        {offered.map((step) => (
          <Step key={`${version} ${step.action} ${step.slot ?? ''}`} document={document} step={step} />
        ))}
      </ul>
    </section>
  );
}
