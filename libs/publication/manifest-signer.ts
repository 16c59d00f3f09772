import { CompactSign, calculateJwkThumbprint, exportJWK, type JWK } from 'jose';
import { createPublicKey, type KeyObject } from 'node:crypto';
import { loadSigningKey } from '#access';

const ALGORITHM = 'EdDSA';

/** A public key as it is published: an Ed25519 JWK named by its RFC 7638 thumbprint. */
export interface PublishedKey {
  readonly keyId: string;
  readonly publicJwk: JWK;
}

/** Signs manifests with the installation's Ed25519 key. */
export class ManifestSigner {
  constructor(private readonly privateKey: KeyObject) {}

  /** With the key of a file, which is made where there is none. */
  static load(keyFile: string): ManifestSigner {
    return new ManifestSigner(loadSigningKey(keyFile));
  }

  async publishedKey(): Promise<PublishedKey> {
    const jwk = await exportJWK(createPublicKey(this.privateKey));
    const keyId = await calculateJwkThumbprint(jwk);
    return { keyId, publicJwk: { ...jwk, kid: keyId, alg: ALGORITHM, use: 'sig' } };
  }

  /** @returns a JWS in compact form whose payload is the text, byte for byte */
  async sign(text: string): Promise<string> {
    const { keyId } = await this.publishedKey();
    return new CompactSign(Buffer.from(text))
      .setProtectedHeader({ alg: ALGORITHM, kid: keyId })
      .sign(this.privateKey);
  }
}
