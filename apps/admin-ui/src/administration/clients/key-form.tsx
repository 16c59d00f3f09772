import { useId, useState, type FormEvent } from 'react';
import type { ListedClient } from '#views/lists';
import { ErrorSummary } from '../../forms/error-summary';
import { LongTextField, SelectField, TextField } from '../../forms/fields';
import { FormActions } from '../../forms/form-actions';
import { messageAt, problemsOf, type FormProblem } from '../../forms/problems';
import { useChange } from '../../forms/use-change';
import { readKey } from './key-fields';

const FIELDS = ['keyId', 'publicJwk', 'others'] as const;
const OVERLAPS = [
  { value: 'stay', label: 'Go on' },
  { value: '30', label: 'End in 30 days' },
  { value: '7', label: 'End in 7 days' },
  { value: '1', label: 'End tomorrow' },
  { value: '0', label: 'End now' },
];

/** Adds a public key to a client; the others go on, or end after an overlap. */
export function KeyForm({
  client,
  onClose,
}: {
  readonly client: ListedClient;
  readonly onClose: () => void;
}) {
  const id = useId();
  const [texts, setTexts] = useState({ keyId: '', publicJwk: '', others: '7' });
  const [unread, setUnread] = useState<readonly FormProblem[]>([]);
  const change = useChange(['api-clients'], onClose);
  const problems = unread.length > 0 ? unread : problemsOf(change.error);
  const field = (name: (typeof FIELDS)[number]) => ({
    id: `${id}-${name}`,
    value: texts[name],
    problem: messageAt(problems, name),
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { key, problems: found } = readKey(texts);
    setUnread(found);
    change.reset();
    if (key === null) return;
    const overlap = texts.others === 'stay' ? {} : { othersEndInDays: Number(texts.others) };
    change.mutate({
      method: 'POST',
      path: `/api-clients/${client.id}/keys`,
      body: { ...key, ...overlap },
      done: `Key ${key.keyId} added to ${client.name}.`,
    });
  };
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label={`Add a key to ${client.name}`}>
      <ErrorSummary id={id} problems={problems} fields={FIELDS} />
      <div className="wt-entry-form__fields">
        <TextField
          {...field('keyId')}
          label="Name of the key"
          hint="The kid of its assertions."
          maxLength={120}
        />
        <LongTextField {...field('publicJwk')} label="Public key (JWK)" />
        <SelectField
          {...field('others')}
          label="The other keys"
          groups={[{ label: null, options: OVERLAPS }]}
        />
      </div>
      <FormActions label="Add this key" isPending={change.isPending} onCancel={onClose} />
    </form>
  );
}
