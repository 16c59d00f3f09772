import type { EntityManager } from 'typeorm';
import { TooManyRequestsError, sha256Hex } from '#platform';
import type { SignInSecrets } from './identity-provider';

/** How long a person may take at the provider. */
export const PENDING_MILLISECONDS = 10 * 60_000;

/** Browsers of one network address that may be at the provider at once; many offices share one. */
const MOST_PENDING = 200;

/** A browser that is sent to the provider. */
export interface PendingSignIn {
  readonly secrets: SignInSecrets;
  /** A secret that only this browser has. */
  readonly browserToken: string;
  /** Where its request came from. */
  readonly address: string;
  /** Where to go afterwards. */
  readonly next: string;
}

interface PendingRow {
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly next: string;
}

/** @throws TooManyRequestsError when too many browsers of the address were sent and did not come back */
export async function refuseTooMany(manager: EntityManager, address: string, now: Date): Promise<void> {
  await manager.query('DELETE FROM pending_sign_in WHERE expires_at <= ? LIMIT 1000', [now]);
  const [row] = await manager.query<{ pending: number }[]>(
    'SELECT COUNT(*) AS pending FROM pending_sign_in WHERE address_sha256 = ? AND expires_at > ?',
    [sha256Hex(address), now],
  );
  if ((row?.pending ?? 0) < MOST_PENDING) return;
  throw new TooManyRequestsError(
    PENDING_MILLISECONDS / 1000,
    'Too many attempts to sign in were begun and not finished; wait before trying again.',
  );
}

/** Keeps what is needed when the browser comes back. */
export async function insertPending(
  manager: EntityManager,
  pending: PendingSignIn,
  now: Date,
): Promise<void> {
  const { secrets, browserToken, address, next } = pending;
  const { state, nonce, codeVerifier } = secrets;
  const hashes = [state, browserToken, address].map(sha256Hex);
  const expiresAt = new Date(now.getTime() + PENDING_MILLISECONDS);
  await manager.query(
    `INSERT INTO pending_sign_in
       (state_sha256, browser_sha256, address_sha256, nonce, code_verifier, next_address, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
    [...hashes, nonce, codeVerifier, next, expiresAt],
  );
}

/**
 * Takes what was kept for a browser, once: whoever comes second finds nothing.
 *
 * @returns null when no such browser was sent with this state, or it took too long
 */
export async function takePending(
  manager: EntityManager,
  { state, browserToken }: { readonly state: string; readonly browserToken: string },
  now: Date,
): Promise<PendingRow | null> {
  const key = [sha256Hex(state), sha256Hex(browserToken), now];
  const [row] = await manager.query<PendingRow[]>(
    `SELECT nonce, code_verifier AS codeVerifier, next_address AS next FROM pending_sign_in
     WHERE state_sha256 = ? AND browser_sha256 = ? AND expires_at > ? FOR UPDATE`,
    key,
  );
  if (row === undefined) return null;
  await manager.query('DELETE FROM pending_sign_in WHERE state_sha256 = ?', [sha256Hex(state)]);
  return row;
}
