import { SignJWT, jwtVerify } from 'jose';
import { createPublicKey, hash, type KeyObject } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { loadSigningKey, type ApiClient, type ClientScope } from '#access';
import { UnauthenticatedError, newId } from '#platform';

/** Lifetime of an access token, in seconds. */
export const ACCESS_TOKEN_SECONDS = 600;
const ISSUER = 'wholetime-national-api';
const ALGORITHM = 'EdDSA';
const REMEMBERED_TOKENS = 10_000;

/** What a bearer token says of its holder. */
export interface TokenHolder {
  readonly clientId: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly string[];
}

/**
 * Signs and checks the bearer tokens of this API with its own Ed25519 key. A signature is checked once: what a token
 * says is remembered by the token's SHA-256 until it expires.
 */
export class AccessTokenService {
  private readonly publicKey: KeyObject;
  private readonly holders = new LRUCache<string, TokenHolder>({ max: REMEMBERED_TOKENS });

  private constructor(private readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey);
  }

  /** With the key of a file, which is made where there is none. */
  static load(keyFile: string): AccessTokenService {
    return new AccessTokenService(loadSigningKey(keyFile));
  }

  issue(client: ApiClient, scopes: readonly ClientScope[]): Promise<string> {
    return new SignJWT({ scope: scopes.join(' '), purpose: client.purpose, legal_basis: client.legalBasis })
      .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt' })
      .setIssuer(ISSUER)
      .setAudience(ISSUER)
      .setSubject(client.id)
      .setJti(newId())
      .setIssuedAt()
      .setExpirationTime(`${ACCESS_TOKEN_SECONDS}s`)
      .sign(this.privateKey);
  }

  /** @throws UnauthenticatedError when the token is not ours, altered or expired. */
  async verify(token: string): Promise<TokenHolder> {
    const known = this.remembered(token);
    if (known !== undefined) return known;
    const { holder, expiresAt } = await this.verifySignature(token);
    this.holders.set(digestOf(token), holder, { ttl: expiresAt - Date.now() });
    return holder;
  }

  /** What a token says that was verified here and has not expired; undefined for any other. */
  remembered(token: string): TokenHolder | undefined {
    return this.holders.get(digestOf(token));
  }

  private async verifySignature(token: string): Promise<{ holder: TokenHolder; expiresAt: number }> {
    const options = { issuer: ISSUER, audience: ISSUER, algorithms: [ALGORITHM], typ: 'at+jwt' };
    const verified = await jwtVerify(token, this.publicKey, options).catch(() => null);
    if (!verified?.payload.sub || verified.payload.exp === undefined) {
      throw new UnauthenticatedError('The bearer token is altered or expired. Get one at /oauth2/token.');
    }
    const { sub, exp, scope, purpose, legal_basis: legalBasis } = verified.payload;
    const holder = {
      clientId: sub,
      purpose: String(purpose),
      legalBasis: String(legalBasis),
      scopes: String(scope).split(' '),
    };
    return { holder, expiresAt: exp * 1000 };
  }
}

const digestOf = (token: string): string => hash('sha256', token, 'base64');
