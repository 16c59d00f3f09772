import { SignJWT, exportJWK, generateKeyPair, type CryptoKey } from 'jose';
import type { DataSource } from 'typeorm';
import { ApiClientService, type ClientScope } from '#access';
import { newId } from '#platform';

/** How an assertion differs from a good one. */
export interface AssertionChange {
  readonly audience?: string;
  readonly seconds?: number;
  readonly issuedAgo?: number;
  readonly key?: CryptoKey;
}

/** A registered client of the national API, with its private key. */
export class NationalClient {
  private constructor(
    readonly id: string,
    private readonly key: CryptoKey,
    private readonly audience: string,
  ) {}

  static async register(
    dataSource: DataSource,
    audience: string,
    scopes: readonly ClientScope[],
  ): Promise<NationalClient> {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    const { id } = await new ApiClientService(dataSource).register({
      name: 'National analysts',
      purpose: 'Workforce planning',
      legalBasis: 'Health and Care Act 2022',
      scopes,
      keyId: 'first',
      publicJwk: { ...(await exportJWK(publicKey)), alg: 'ES256' },
      actor: 'test',
    });
    return new NationalClient(id, privateKey, audience);
  }

  /** A signed assertion, good unless changed. */
  assertion(change: AssertionChange = {}): Promise<string> {
    const issuedAt = Math.floor(Date.now() / 1000) - (change.issuedAgo ?? 0);
    return new SignJWT({ jti: newId() })
      .setProtectedHeader({ alg: 'ES256', kid: 'first' })
      .setIssuer(this.id)
      .setSubject(this.id)
      .setAudience(change.audience ?? this.audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + (change.seconds ?? 120))
      .sign(change.key ?? this.key);
  }
}
