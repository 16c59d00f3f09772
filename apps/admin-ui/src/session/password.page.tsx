import { useId, useState, type FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { ErrorSummary } from '../forms/error-summary';
import { PasswordField } from '../forms/fields';
import { FormActions } from '../forms/form-actions';
import { messageAt, problemsOf, type FormProblem } from '../forms/problems';
import { useChange } from '../forms/use-change';
import { PageTitle } from '../shell/page-title';

const FIELDS = ['currentPassword', 'newPassword', 'repeated'] as const;
type Texts = Readonly<Record<(typeof FIELDS)[number], string>>;
const EMPTY: Texts = { currentPassword: '', newPassword: '', repeated: '' };

/** What the form itself can tell; the server judges the rest. */
function unsent({ currentPassword, newPassword, repeated }: Texts): readonly FormProblem[] {
  return [
    ...(currentPassword === ''
      ? [{ field: 'currentPassword', message: 'Enter your current password.' }]
      : []),
    ...(newPassword === '' ? [{ field: 'newPassword', message: 'Enter a new password.' }] : []),
    ...(newPassword !== repeated
      ? [{ field: 'repeated', message: 'The two new passwords are not the same. Enter the new one again.' }]
      : []),
  ];
}

function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [texts, setTexts] = useState(EMPTY);
  const [problems, setProblems] = useState<readonly FormProblem[]>([]);
  const change = useChange([], onChanged);
  const shown = problems.length > 0 ? problems : problemsOf(change.error);
  const field = (name: keyof Texts) => ({
    id: `${id}-${name}`,
    value: texts[name],
    problem: messageAt(shown, name),
    onChange: (value: string) => setTexts({ ...texts, [name]: value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = unsent(texts);
    setProblems(found);
    change.reset();
    if (found.length > 0) return;
    const { currentPassword, newPassword } = texts;
    change.mutate({
      method: 'POST',
      path: '/session/password',
      body: { currentPassword, newPassword },
      done: 'Password changed.',
    });
  };
  return (
    <form onSubmit={submit} noValidate aria-label="Change password">
      <h2 className="nhsuk-u-visually-hidden">Your password</h2>
      <ErrorSummary id={id} problems={shown} fields={FIELDS} />
      <PasswordField {...field('currentPassword')} label="Current password" use="current-password" />
      <PasswordField
        {...field('newPassword')}
        label="New password"
        hint="Make it long: three or four words that don’t belong together are easy to remember."
        use="new-password"
      />
      <PasswordField {...field('repeated')} label="New password again" use="new-password" />
      <FormActions label="Change password" isPending={change.isPending} onCancel={() => void navigate(-1)} />
    </form>
  );
}

/** Changing one's own password. */
export default function PasswordPage() {
  const [isChanged, setChanged] = useState(false);
  return (
    <div className="wt-sign-in">
      <PageTitle parts={['Change password']} />
      <h1 className="nhsuk-heading-l wt-page-heading">Change password</h1>
      {isChanged ? (
        <p>Your password is changed. You stay signed in here, and are signed out everywhere else.</p>
      ) : (
        <PasswordForm onChanged={() => setChanged(true)} />
      )}
    </div>
  );
}
