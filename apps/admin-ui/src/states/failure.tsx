import { Link } from 'react-router';
import { ApiError, kindOf, type ApiErrorKind } from '../api/api-error';

const HEADINGS: Readonly<Record<ApiErrorKind, string>> = {
  unauthenticated: 'You’re signed out',
  forbidden: 'You don’t have access to this',
  'not-found': 'There is nothing at this address',
  conflict: 'Someone else changed this',
  invalid: 'The request wasn’t understood',
  'too-many': 'Too many requests',
  unavailable: 'Something went wrong',
  offline: 'The service can’t be reached',
};

const ADVICE: Readonly<Record<ApiErrorKind, string>> = {
  unauthenticated: 'Sign in again to carry on.',
  forbidden: 'Your account has no role for this organisation. Ask your administrator if you need one.',
  'not-found': 'The link may be old, or the plan, scenario or organisation may have been removed.',
  conflict: 'Load the page again to see the newest values.',
  invalid: 'Check the address, or start again from the list of plans.',
  'too-many': 'Wait a minute, then try again.',
  unavailable: 'Nothing you entered is lost. Try again in a moment.',
  offline: 'Check your connection. Nothing you entered is lost.',
};

const RETRYABLE: ReadonlySet<ApiErrorKind> = new Set(['too-many', 'unavailable', 'offline', 'conflict']);

function detailOf(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.kind === 'offline') return null;
  return error.problem.detail ?? null;
}

interface FailureProps {
  readonly error: unknown;
  /** What couldn't be shown, for instance `the plans`. */
  readonly what: string;
  readonly onRetry?: () => void;
}

/** Says in plain words why something can't be shown and what can be done about it. */
export function Failure({ error, what, onRetry }: FailureProps) {
  const kind = kindOf(error);
  const detail = detailOf(error);
  return (
    <section className="wt-card wt-failure" role="alert">
      <h2 className="nhsuk-heading-m">{HEADINGS[kind]}</h2>
      <p>
        We can’t show {what}. {ADVICE[kind]}
      </p>
      {detail === null ? null : <p className="wt-secondary">{detail}</p>}
      {onRetry !== undefined && RETRYABLE.has(kind) ? (
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onRetry}>
          Try again
        </button>
      ) : (
        <p>
          <Link to="/">Go to rounds and plans</Link>
        </p>
      )}
    </section>
  );
}
