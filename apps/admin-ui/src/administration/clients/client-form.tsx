import { useId, useState, type FormEvent } from 'react';
import { ErrorSummary } from '../../forms/error-summary';
import { LongTextField, TextField } from '../../forms/fields';
import { FormActions } from '../../forms/form-actions';
import { messageAt, problemsOf, type FormProblem } from '../../forms/problems';
import { useChange } from '../../forms/use-change';
import { SCOPES } from './client-words';
import { readKey } from './key-fields';

const FIELDS = ['name', 'purpose', 'legalBasis', 'scopes', 'keyId', 'publicJwk'] as const;
type Texts = Readonly<Record<Exclude<(typeof FIELDS)[number], 'scopes'>, string>>;

const EMPTY: Texts = { name: '', purpose: '', legalBasis: '', keyId: '', publicJwk: '' };
const MISSING = [
  ['name', 'Enter who the client is.'],
  ['purpose', 'Enter what the data are used for.'],
  ['legalBasis', 'Enter the legal basis of the sharing.'],
] as const;

interface ScopesProps {
  readonly id: string;
  readonly chosen: readonly string[];
  readonly problem: string | null;
  readonly onChange: (scopes: readonly string[]) => void;
}

function Scopes({ id, chosen, problem, onChange }: ScopesProps) {
  return (
    <fieldset
      className={`nhsuk-fieldset wt-checks${problem === null ? '' : ' nhsuk-form-group--error'}`}
      id={id}
    >
      <legend className="nhsuk-label wt-field__label">May read or write</legend>
      {problem === null ? null : <p className="nhsuk-error-message wt-form-error">{problem}</p>}
      {SCOPES.map(({ value, label }) => (
        <label key={value} className="wt-check">
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, value] : chosen.filter((scope) => scope !== value))
            }
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}

/** What is wrong before anything is sent. */
function unfilledOf(texts: Texts, scopes: readonly string[]): FormProblem[] {
  const empty = MISSING.filter(([name]) => texts[name].trim() === '').map(([name, message]) => ({
    field: name,
    message,
  }));
  return scopes.length === 0 ? [...empty, { field: 'scopes', message: 'Choose at least one.' }] : empty;
}

function useRegistration(onClose: () => void) {
  const [texts, setTexts] = useState(EMPTY);
  const [scopes, setScopes] = useState<readonly string[]>(['releases:read']);
  const [unfilled, setUnfilled] = useState<readonly FormProblem[]>([]);
  const change = useChange<unknown>(['api-clients'], onClose);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { key, problems: ofKey } = readKey(texts);
    const found = [...unfilledOf(texts, scopes), ...ofKey];
    setUnfilled(found);
    change.reset();
    if (found.length > 0 || key === null) return;
    const { name, purpose, legalBasis } = texts;
    const body = {
      name: name.trim(),
      purpose: purpose.trim(),
      legalBasis: legalBasis.trim(),
      scopes,
      ...key,
    };
    change.mutate({ method: 'POST', path: '/api-clients', body, done: `Client ${name} registered.` });
  };
  const problems = unfilled.length > 0 ? unfilled : problemsOf(change.error);
  return { texts, setTexts, scopes, setScopes, change, submit, problems };
}

/** Registers a client of the national API with its first public key. */
export function ClientForm({ onClose }: { readonly onClose: () => void }) {
  const id = useId();
  const { texts, setTexts, scopes, setScopes, change, submit, problems } = useRegistration(onClose);
  const field = (name: keyof Texts) => ({
    id: `${id}-${name}`,
    value: texts[name],
    problem: messageAt(problems, name),
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
  });
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label="Register a client">
      <ErrorSummary id={id} problems={problems} fields={FIELDS} />
      <div className="wt-entry-form__fields">
        <TextField {...field('name')} label="Client" maxLength={120} />
        <TextField {...field('purpose')} label="Purpose" hint="Logged on each pull." maxLength={255} />
        <TextField {...field('legalBasis')} label="Legal basis" hint="Logged on each pull." maxLength={255} />
        <Scopes
          id={`${id}-scopes`}
          chosen={scopes}
          problem={messageAt(problems, 'scopes')}
          onChange={setScopes}
        />
        <TextField
          {...field('keyId')}
          label="Name of the key"
          hint="The kid of its assertions."
          maxLength={120}
        />
        <LongTextField
          {...field('publicJwk')}
          label="Public key (JWK)"
          hint="The client keeps the private half. It never comes here."
        />
      </div>
      <FormActions label="Register this client" isPending={change.isPending} onCancel={onClose} />
    </form>
  );
}
