import { SignJWT, jwtVerify } from 'jose';
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ApiClient, ClientScope } from '#access';
import { UnauthenticatedError, newId } from '#platform';

/** Lifetime of an access token, in seconds. */
export const ACCESS_TOKEN_SECONDS = 600;
const ISSUER = 'wholetime-national-api';
const ALGORITHM = 'EdDSA';

/** What a bearer token says of its holder. */
export interface TokenHolder {
  readonly clientId: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly string[];
}

/** Signs and checks the bearer tokens of this API with its own Ed25519 key. */
export class AccessTokenService {
  private readonly publicKey: KeyObject;

  private constructor(private readonly privateKey: KeyObject) {
    this.publicKey = createPublicKey(privateKey);
  }

  /** Loads the signing key (PKCS 8, PEM) from a file, creating it, readable by its owner only, where there is none. */
  static load(keyFile: string): AccessTokenService {
    if (!existsSync(keyFile)) createKeyFile(keyFile);
    return new AccessTokenService(createPrivateKey(readFileSync(keyFile)));
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
    const options = { issuer: ISSUER, audience: ISSUER, algorithms: [ALGORITHM], typ: 'at+jwt' };
    const verified = await jwtVerify(token, this.publicKey, options).catch(() => null);
    if (!verified?.payload.sub) {
      throw new UnauthenticatedError('The bearer token is altered or expired. Get one at /oauth2/token.');
    }
    const { sub, scope, purpose, legal_basis: legalBasis } = verified.payload;
    return {
      clientId: sub,
      purpose: String(purpose),
      legalBasis: String(legalBasis),
      scopes: String(scope).split(' '),
    };
  }
}

/** Writes the key under a name of its own and links it in place, so that two processes agree on one key. */
function createKeyFile(keyFile: string): void {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  mkdirSync(dirname(keyFile), { recursive: true });
  const draft = `${keyFile}.${newId()}`;
  writeFileSync(draft, pem, { mode: 0o600 });
  try {
    linkSync(draft, keyFile);
  } catch (error) {
    if (!existsSync(keyFile)) throw error;
  } finally {
    rmSync(draft);
  }
}
