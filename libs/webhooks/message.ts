import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { loadSigningKey } from '#access';

/** A message before it is signed. */
export interface WebhookMessage {
  /** The same however often the event is told. */
  readonly id: string;
  /** Of the attempt, in seconds since 1970. */
  readonly timestamp: number;
  readonly body: string;
}

/** A public key as receivers get it. */
export interface WebhookPublicKey {
  /** SHA-256 of the key, in hexadecimal. */
  readonly keyId: string;
  /** `whpk_` and the 32 bytes of the Ed25519 key in base64, as Standard Webhooks writes them. */
  readonly publicKey: string;
}

const RAW_KEY_BYTES = 32;
const PEM = /-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/g;

/** The text that is signed (Standard Webhooks, "Signature scheme"). */
export function signedContent({ id, timestamp, body }: WebhookMessage): string {
  return `${id}.${timestamp}.${body}`;
}

/** Signs messages with every key in force, so that receivers may change over from one to the next. */
export class MessageSigner {
  /** @param privateKeys Ed25519, the newest first; one at least */
  constructor(private readonly privateKeys: readonly KeyObject[]) {}

  /** With the keys of a file of PEM blocks, which is made with one key where there is none. */
  static load(keyFile: string): MessageSigner {
    return new MessageSigner(privateKeysOf(keyFile));
  }

  get publicKeys(): readonly WebhookPublicKey[] {
    return this.privateKeys.map(publicKeyOf);
  }

  /** The headers of a message: its id, its time, and a signature of each key (`v1a`, Ed25519). */
  headers(message: WebhookMessage): Readonly<Record<string, string>> {
    const content = Buffer.from(signedContent(message));
    const signatures = this.privateKeys.map((key) => `v1a,${sign(null, content, key).toString('base64')}`);
    return {
      'webhook-id': message.id,
      'webhook-timestamp': String(message.timestamp),
      'webhook-signature': signatures.join(' '),
    };
  }
}

/** The private keys of a file, the newest first. @throws Error for a file without one */
export function privateKeysOf(keyFile: string): readonly KeyObject[] {
  if (!existsSync(keyFile)) return [loadSigningKey(keyFile)];
  const blocks = readFileSync(keyFile, 'utf8').match(PEM) ?? [];
  if (blocks.length === 0) throw new Error(`${keyFile} holds no private key in PEM.`);
  return blocks.map((block) => createPrivateKey(block));
}

/** The public half of a key. */
export function publicKeyOf(key: KeyObject): WebhookPublicKey {
  const der = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const raw = der.subarray(der.length - RAW_KEY_BYTES);
  const keyId = createHash('sha256').update(raw).digest('hex');
  return { keyId, publicKey: `whpk_${raw.toString('base64')}` };
}
