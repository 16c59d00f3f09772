import { SignJWT } from 'jose';
import { randomUUID, type KeyObject } from 'node:crypto';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ASSERTION_SECONDS = 120;
/** A token is renewed this long before it ends. */
const MARGIN_MILLISECONDS = 30_000;

/** A registered client and its private key. */
export interface ClientKey {
  readonly clientId: string;
  readonly keyId: string;
  /** For instance `EdDSA`. */
  readonly algorithm: string;
  readonly privateKey: KeyObject;
}

/**
 * Gives bearer tokens for signed assertions (RFC 7523), a new one when the last is about to end.
 *
 * @param url address of the national API without a trailing slash
 * @returns a function that throws when no token is issued
 */
export function assertionTokens(url: string, key: ClientKey): () => Promise<string> {
  let token = { value: '', endsAt: 0 };
  return async () => {
    if (Date.now() > token.endsAt - MARGIN_MILLISECONDS)
      token = await requestToken(`${url}/oauth2/token`, key);
    return token.value;
  };
}

async function requestToken(address: string, key: ClientKey): Promise<{ value: string; endsAt: number }> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: ASSERTION_TYPE,
    client_assertion: await assertion(address, key),
  });
  const response = await fetch(address, { method: 'POST', body });
  const answer = (await response.json()) as {
    access_token?: string;
    expires_in?: number;
    error_description?: string;
  };
  if (answer.access_token === undefined) throw new Error(answer.error_description ?? 'No token was issued.');
  return { value: answer.access_token, endsAt: Date.now() + (answer.expires_in ?? 0) * 1000 };
}

function assertion(audience: string, { clientId, keyId, algorithm, privateKey }: ClientKey): Promise<string> {
  return new SignJWT({ jti: randomUUID() })
    .setProtectedHeader({ alg: algorithm, kid: keyId })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime(`${ASSERTION_SECONDS}s`)
    .sign(privateKey);
}
