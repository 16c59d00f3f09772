import { decodeJwt, decodeProtectedHeader, importJWK, jwtVerify, type JWTPayload } from 'jose';
import {
  ASSERTION_ALGORITHMS,
  LONGEST_ASSERTION_SECONDS,
  type ApiClient,
  type ApiClientService,
} from '#access';
import { TokenError } from './token.error';

/** Allowed difference between our clock and a client's, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 30;
const LONGEST_ASSERTION_ID = 120;

/** Verifies client assertions (RFC 7523): signed by a registered key, for us, short-lived, used once. */
export class ClientAssertionVerifier {
  constructor(
    private readonly clients: ApiClientService,
    private readonly audience: string,
  ) {}

  /** @throws TokenError `invalid_client`; the description says what to mend without telling which keys exist. */
  async verify(assertion: string): Promise<ApiClient> {
    const clientId = claimedClientId(assertion);
    const client = await this.clients.find(clientId);
    if (!client) throw refused('The client is not registered or is disabled.');
    const payload = await this.verifySignature(assertion, clientId);
    requireShortLife(payload);
    const assertionId = requireAssertionId(payload);
    const expiresAt = new Date(((payload.exp ?? 0) + CLOCK_TOLERANCE_SECONDS) * 1000);
    const isFirstUse = await this.clients.useAssertion(clientId, assertionId, expiresAt);
    if (!isFirstUse)
      throw refused('This assertion was used before. Sign a new one with a new jti for each token.');
    return client;
  }

  private async verifySignature(assertion: string, clientId: string): Promise<JWTPayload> {
    const { kid } = decodeProtectedHeader(assertion);
    const keys = await this.clients.keysOf(clientId);
    const candidates = kid === undefined ? keys : keys.filter((key) => key.keyId === kid);
    for (const candidate of candidates) {
      const key = await importJWK(candidate.publicJwk);
      const verified = await jwtVerify(assertion, key, {
        algorithms: [...ASSERTION_ALGORITHMS],
        issuer: clientId,
        subject: clientId,
        audience: this.audience,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'jti'],
      }).catch(() => null);
      if (verified) return verified.payload;
    }
    throw refused(
      `The assertion could not be verified: it must be signed with a registered key, carry iss and sub equal to the ` +
        `client id, aud ${this.audience}, jti, and an exp in the future.`,
    );
  }
}

function claimedClientId(assertion: string): string {
  try {
    const { sub } = decodeJwt(assertion);
    if (typeof sub === 'string' && sub.length <= 36) return sub;
  } catch {
    throw refused('client_assertion is not a signed JWT.');
  }
  throw refused('The assertion has no sub claim with the client id.');
}

function requireShortLife({ exp, iat, nbf }: JWTPayload): void {
  const now = Math.floor(Date.now() / 1000);
  const start = Math.max(iat ?? nbf ?? now, 0);
  const isShort = exp !== undefined && exp - start <= LONGEST_ASSERTION_SECONDS;
  const endsSoon = exp !== undefined && exp - now <= LONGEST_ASSERTION_SECONDS + CLOCK_TOLERANCE_SECONDS;
  if (isShort && endsSoon) return;
  throw refused(`An assertion may be valid for ${LONGEST_ASSERTION_SECONDS} seconds at most.`);
}

function requireAssertionId({ jti }: JWTPayload): string {
  const isUsable =
    typeof jti === 'string' && /^[\x21-\x7e]+$/.test(jti) && jti.length <= LONGEST_ASSERTION_ID;
  if (isUsable) return jti;
  throw refused(`jti must be 1 to ${LONGEST_ASSERTION_ID} printable characters.`);
}

function refused(description: string): TokenError {
  return new TokenError('invalid_client', description);
}
