import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState, type FormEvent } from 'react';
import { apiChange } from '../api/api-client';
import { documentKey } from '../api/sign-off-queries';
import type { SignOffDocument } from '../api/sign-off-types';
import { useAnnounce } from '../shell/announcer';
import { formatDay } from '../words/dates';
import { refusalMessages } from './use-take-step';

function useDelegations({ id }: SignOffDocument) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const onSettled = () => queries.invalidateQueries({ queryKey: documentKey(id) });
  return {
    give: useMutation({
      mutationFn: (delegation: { slot: string; delegateId: string; validTo: string | null }) =>
        apiChange('POST', `/sign-off/${id}/delegations`, delegation),
      onSuccess: () => announce('Signature handed over.'),
      onSettled,
    }),
    takeBack: useMutation({
      mutationFn: (delegationId: string) =>
        apiChange('DELETE', `/sign-off/${id}/delegations/${delegationId}`),
      onSuccess: () => announce('Signature taken back.'),
      onSettled,
    }),
  };
}

function Field(props: { readonly id: string; readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="nhsuk-form-group wt-form-group">
      <label className="nhsuk-label wt-field__label" htmlFor={props.id}>
        {props.label}
      </label>
      {props.children}
    </div>
  );
}

interface SelectProps {
  readonly id: string;
  readonly value: string;
  readonly options: readonly (readonly [code: string, label: string])[];
  readonly onChange: (code: string) => void;
}

function Select({ id, value, options, onChange }: SelectProps) {
  return (
    <select
      id={id}
      className="nhsuk-select wt-select"
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      {options.map(([code, label]) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  );
}

interface GiveFormProps {
  readonly document: SignOffDocument;
  readonly give: ReturnType<typeof useDelegations>['give'];
}

function GiveForm({ document, give }: GiveFormProps) {
  const id = useId();
  const mine = document.slots.filter(({ isMine, settledBy }) => isMine && settledBy === null);
  const [slot, setSlot] = useState(mine[0]?.code ?? '');
  const [delegateId, setDelegate] = useState('');
  const [validTo, setValidTo] = useState('');
  if (mine.length === 0) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    give.mutate({ slot, delegateId, validTo: validTo === '' ? null : validTo });
  };
  return (
    <form className="wt-entry-form" onSubmit={submit} aria-label="Hand a signature over" noValidate>
      <div className="wt-entry-form__fields">
        <Field id={`${id}-slot`} label="Signature">
          <Select
            id={`${id}-slot`}
            value={slot}
            options={mine.map(({ code, label }) => [code, label])}
            onChange={setSlot}
          />
        </Field>
        <Field id={`${id}-delegate`} label="To">
          <Select
            id={`${id}-delegate`}
            value={delegateId}
            options={[['', ''], ...document.delegates.map((person) => [person.id, person.name] as const)]}
            onChange={setDelegate}
          />
        </Field>
        <Field id={`${id}-to`} label="Last day (optional)">
          <input
            id={`${id}-to`}
            type="date"
            className="nhsuk-input wt-input nhsuk-input--width-10"
            value={validTo}
            onChange={({ target }) => setValidTo(target.value)}
          />
        </Field>
      </div>
      {give.error === null ? null : (
        <p className="wt-error-text" role="alert">
          {refusalMessages(give.error).join(' ')}
        </p>
      )}
      <button
        type="submit"
        className="nhsuk-button nhsuk-button--small nhsuk-button--secondary wt-button"
        disabled={give.isPending || delegateId === ''}
      >
        Hand it over
      </button>
    </form>
  );
}

/** Signatures that were handed to someone else, and handing over one's own. */
export function DelegationsCard({ document }: { readonly document: SignOffDocument }) {
  const { give, takeBack } = useDelegations(document);
  const { delegations, slots } = document;
  const isHolder = slots.some(({ isMine, settledBy }) => isMine && settledBy === null);
  if (delegations.length === 0 && !isHolder) return null;
  return (
    <section className="wt-card" aria-label="Delegates">
      <h2 className="nhsuk-heading-m">Delegates</h2>
      <ul className="nhsuk-list wt-list">
        {delegations.map(({ id, slot, principal, delegate, validTo, isMine }) => (
          <li key={id}>
            {slots.find(({ code }) => code === slot)?.label ?? slot}: {delegate} for {principal}
            {validTo === null ? '' : `, until ${formatDay(validTo)}`}{' '}
            {isMine ? (
              <button
                type="button"
                className="wt-link-button"
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutate(id)}
              >
                Take back<span className="nhsuk-u-visually-hidden"> from {delegate}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {isHolder ? <GiveForm document={document} give={give} /> : null}
    </section>
  );
}
