import type { Choice } from '../../controls/chooser';
import { useId, useState, type FormEvent } from 'react';
import { SERVICE_COMMITMENTS } from '#modules/growth';
import { ErrorSummary } from '../../forms/error-summary';
import { SelectField, TextField } from '../../forms/fields';
import { FormActions } from '../../forms/form-actions';
import { messageAt, problemsOf, type FormProblem } from '../../forms/problems';
import { everyOrganisation, useLatestTree } from '../../organisations/use-latest-tree';
import { useChange } from '../../forms/use-change';

interface RoleGiven {
  readonly isNew: boolean;
  readonly password: string | null;
}

interface GiveRoleFormProps {
  readonly roles: readonly Choice[];
  /** Told the name, and the password of a person who is new. */
  readonly onGiven: (name: string, password: string | null) => void;
  readonly onCancel: () => void;
}

const FIELDS = ['email', 'name', 'role', 'commitment', 'organisationId', 'validFrom', 'lastDay'] as const;
type Texts = Readonly<Record<(typeof FIELDS)[number], string>>;

const REQUIRED: readonly (readonly [keyof Texts, string])[] = [
  ['email', 'Enter an email address.'],
  ['name', 'Enter a name.'],
  ['role', 'Choose a role.'],
  ['organisationId', 'Choose an organisation.'],
  ['validFrom', 'Enter the first day.'],
];

function missing(texts: Texts): FormProblem[] {
  const problems = REQUIRED.filter(([field]) => texts[field].trim() === '').map(([field, message]) => ({
    field,
    message,
  }));
  const needsCommitment = texts.role === 'clinical-lead' && texts.commitment === '';
  return needsCommitment
    ? [...problems, { field: 'commitment', message: 'Choose the service commitment.' }]
    : problems;
}

/** The day after the last one, as the API has the end of a role. */
function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function bodyOf({ email, name, role, commitment, organisationId, validFrom, lastDay }: Texts) {
  return {
    email: email.trim(),
    name: name.trim(),
    role,
    organisationId,
    validFrom,
    ...(lastDay === '' ? {} : { validTo: dayAfter(lastDay) }),
    ...(role === 'clinical-lead' ? { commitment } : {}),
  };
}

function useGiveRole({ onGiven }: GiveRoleFormProps) {
  const [texts, setTexts] = useState<Texts>({
    ...(Object.fromEntries(FIELDS.map((field) => [field, ''])) as Texts),
    validFrom: new Date().toISOString().slice(0, 10),
  });
  const [unfilled, setUnfilled] = useState<readonly FormProblem[]>([]);
  const change = useChange<RoleGiven>(['people'], ({ password }) => onGiven(texts.name.trim(), password));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = missing(texts);
    setUnfilled(found);
    change.reset();
    if (found.length > 0) return;
    change.mutate({
      method: 'POST',
      path: '/grants',
      body: bodyOf(texts),
      done: `Role given to ${texts.name}.`,
    });
  };
  const refused = problemsOf(change.error).map((problem) =>
    problem.field === 'validTo' ? { ...problem, field: 'lastDay' } : problem,
  );
  return { texts, setTexts, submit, change, problems: unfilled.length > 0 ? unfilled : refused };
}

/** Gives a role over an organisation; an address that is new becomes an account. */
export function GiveRoleForm(props: GiveRoleFormProps) {
  const id = useId();
  const tree = useLatestTree();
  const { texts, setTexts, submit, change, problems } = useGiveRole(props);
  const field = (name: keyof Texts) => ({
    id: `${id}-${name}`,
    value: texts[name],
    problem: messageAt(problems, name),
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
  });
  const commitments = SERVICE_COMMITMENTS.map(({ code, label }) => ({ value: code, label }));
  return (
    <form className="wt-entry-form" onSubmit={submit} noValidate aria-label="Give a role">
      <ErrorSummary id={id} problems={problems} fields={FIELDS} />
      <div className="wt-entry-form__fields">
        <TextField {...field('email')} label="Email address" type="email" maxLength={254} />
        <TextField
          {...field('name')}
          label="Name"
          hint="Of a person who has no account yet."
          maxLength={120}
        />
        <SelectField {...field('role')} label="Role" groups={[{ label: null, options: props.roles }]} />
        {texts.role === 'clinical-lead' ? (
          <SelectField
            {...field('commitment')}
            label="Service commitment"
            groups={[{ label: null, options: commitments }]}
          />
        ) : null}
        <SelectField
          {...field('organisationId')}
          label="Organisation"
          hint="The role holds there and on all below it."
          groups={everyOrganisation(tree)}
        />
        <TextField {...field('validFrom')} label="First day" type="date" />
        <TextField {...field('lastDay')} label="Last day (optional)" type="date" />
      </div>
      <FormActions label="Give this role" isPending={change.isPending} onCancel={props.onCancel} />
    </form>
  );
}
