import { apiAddress } from '../api/api-client';

/** Why the identity provider's answer let nobody in, as the API tells it. */
const REFUSALS: Readonly<Record<string, string>> = {
  'provider-unavailable': 'The sign-in service doesn’t answer. Try again in a moment.',
  'provider-refused': 'You were not signed in there. Try again.',
  'state-unknown':
    'Signing in took too long, or was begun in another browser or tab. Begin again from this page.',
  'answer-not-trusted':
    'The answer of the sign-in service couldn’t be trusted. Try again; if it happens again, tell your administrator.',
  'no-account': 'You don’t have an account here yet. Ask your administrator to give you a role.',
  'account-disabled': 'Your account here is disabled. Ask your administrator.',
  'no-role': 'You have no role here at the moment. Ask your administrator to give you one.',
};

/** The words for a refusal; null where there was none. */
export function refusalWords(reason: string | null): string | null {
  return reason === null ? null : (REFUSALS[reason] ?? 'Signing in failed. Try again in a moment.');
}

interface SingleSignOnProps {
  /** What the identity provider is called. */
  readonly provider: string;
  /** The page to come to afterwards. */
  readonly next: string;
}

/** The way to the identity provider, before the form for local accounts. */
export function SingleSignOn({ provider, next }: SingleSignOnProps) {
  return (
    <>
      <a className="nhsuk-button" href={apiAddress('/session/single-sign-on', { next })}>
        Sign in with {provider}
      </a>
      <h2 className="nhsuk-heading-m">Or with an account of Wholetime</h2>
    </>
  );
}
