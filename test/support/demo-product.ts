import { eventually } from '../../libs/platform/services';

/** What a started product tells of itself. */
export interface StartedProduct {
  readonly url: string;
  readonly accounts: readonly DemoAccount[];
}

/** An account of the demo. */
export interface DemoAccount {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

const PUBLICATION_LIMIT_MILLISECONDS = 240_000;

/**
 * Waits until the worker has published what the demo's scenarios need.
 *
 * @returns false when that took more than four minutes
 */
export async function isDemoPublished({ url, accounts }: StartedProduct): Promise<boolean> {
  const account = accounts.find(({ role }) => role === 'administrator');
  const signIn = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: account?.email, password: account?.password }),
  });
  const cookie = signIn.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  const isPublished = async (): Promise<boolean> => {
    const answer = await fetch(`${url}/api/jobs`, { headers: { cookie } });
    const { jobs, backlog } = (await answer.json()) as {
      jobs: readonly { state: string }[];
      backlog: { sums: number };
    };
    return jobs.length > 10 && backlog.sums === 0 && jobs.every(({ state }) => state === 'up-to-date');
  };
  return eventually(isPublished, PUBLICATION_LIMIT_MILLISECONDS);
}
