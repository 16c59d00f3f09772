import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent, type RefObject } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { apiChange } from '../api/api-client';
import { kindOf, type ApiErrorKind } from '../api/api-error';
import { sessionQuery, signInOptionsQuery } from '../api/queries';
import type { Session } from '../api/types';
import { PageTitle } from '../shell/page-title';
import { SingleSignOn, refusalWords } from './single-sign-on';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

/** Only addresses inside this site are followed after signing in. */
export function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/';
}

const MESSAGES: Partial<Record<ApiErrorKind, string>> = {
  unauthenticated: 'The email address and password don’t match an account.',
  invalid: 'The email address and password don’t match an account.',
  'too-many': 'Too many attempts. Wait a minute, then try again.',
  offline: 'The service can’t be reached. Check your connection and try again.',
};

function messageFor(error: unknown): string {
  return MESSAGES[kindOf(error)] ?? 'Signing in failed. Try again in a moment.';
}

function textField(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === 'string' ? value : '';
}

interface ErrorSummaryProps {
  readonly message: string;
  /** What to go to; left out where nothing on the page mends it. */
  readonly target?: string;
}

function ErrorSummary({ message, target }: ErrorSummaryProps) {
  return (
    <div className="nhsuk-error-summary">
      <div role="alert">
        <h2 className="nhsuk-error-summary__title nhsuk-error-summary__heading">There is a problem</h2>
        <div className="nhsuk-error-summary__body">
          <ul className="nhsuk-list nhsuk-error-summary__list">
            <li>{target === undefined ? message : <a href={target}>{message}</a>}</li>
          </ul>
        </div>
      </div>
    </div>
  );
}

function PasswordField({ invalid }: { readonly invalid: boolean }) {
  const [shown, setShown] = useState(false);
  return (
    <div className={`nhsuk-form-group nhsuk-password-input${invalid ? ' nhsuk-form-group--error' : ''}`}>
      <label className="nhsuk-label" htmlFor="password">
        Password
      </label>
      <div className="nhsuk-input-wrapper nhsuk-password-input__wrapper">
        <input
          className="nhsuk-input nhsuk-password-input__input"
          id="password"
          name="password"
          type={shown ? 'text' : 'password'}
          autoComplete="current-password"
          spellCheck={false}
          required
        />
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary nhsuk-button--small nhsuk-password-input__toggle"
          aria-label={shown ? 'Hide password' : 'Show password'}
          aria-controls="password"
          onClick={() => setShown(!shown)}
        >
          {shown ? 'Hide' : 'Show'}
        </button>
      </div>
    </div>
  );
}

/** Signs in with a local account; a refusal leads back to the password. */
function useSignIn(form: RefObject<HTMLFormElement | null>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => apiChange<Session>('POST', '/session', credentials),
    onSuccess: (opened) => queries.setQueryData(sessionQuery.queryKey, opened),
    onError: () => form.current?.querySelector<HTMLInputElement>('#password')?.focus(),
  });
}

interface LocalAccountProps {
  readonly form: RefObject<HTMLFormElement | null>;
  readonly signIn: ReturnType<typeof useSignIn>;
}

function LocalAccount({ form, signIn }: LocalAccountProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    signIn.mutate({ email: textField(fields, 'email').trim(), password: textField(fields, 'password') });
  };
  return (
    <form ref={form} onSubmit={submit}>
      <div className={`nhsuk-form-group${signIn.isError ? ' nhsuk-form-group--error' : ''}`}>
        <label className="nhsuk-label" htmlFor="email">
          Email address
        </label>
        <input
          className="nhsuk-input"
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          required
        />
      </div>
      <PasswordField invalid={signIn.isError} />
      <button type="submit" className="nhsuk-button" disabled={signIn.isPending}>
        {signIn.isPending ? 'Signing in' : 'Sign in'}
      </button>
    </form>
  );
}

/** Signing in, at the identity provider or with a local account; leads on to the page that was asked for. */
export function SignInPage({ session }: { readonly session: Session | null }) {
  const [search] = useSearchParams();
  const { data: options } = useQuery(signInOptionsQuery);
  const form = useRef<HTMLFormElement>(null);
  const signIn = useSignIn(form);
  const next = safeNext(search.get('next'));
  if (session !== null) return <Navigate to={next} replace />;
  const refusal = signIn.isError ? messageFor(signIn.error) : refusalWords(search.get('refused'));
  const provider = options?.singleSignOn?.name;
  return (
    <div className="wt-sign-in">
      <PageTitle parts={[refusal === null ? 'Sign in' : 'Error: sign in']} />
      {refusal === null ? null : (
        <ErrorSummary message={refusal} {...(signIn.isError ? { target: '#email' } : {})} />
      )}
      <h1 className="nhsuk-heading-l">Sign in</h1>
      {provider === undefined ? null : <SingleSignOn provider={provider} next={next} />}
      <LocalAccount form={form} signIn={signIn} />
    </div>
  );
}
