import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConflictError, newId } from '#platform';
import { privateKeysOf, publicKeyOf, type WebhookPublicKey } from './message';

/** Keys that sign at a time at most: each adds a signature to every message. */
const MOST_KEYS = 3;

/**
 * Puts a new key before those that sign: messages carry a signature of each until the old ones are retired.
 *
 * @returns the keys that sign, the newest first
 * @throws ConflictError when as many keys sign as may
 */
export function addWebhookKey(keyFile: string): readonly WebhookPublicKey[] {
  const keys = privateKeysOf(keyFile);
  if (keys.length >= MOST_KEYS) {
    throw new ConflictError(`${MOST_KEYS} keys sign already. Retire the old ones first.`);
  }
  return write(keyFile, [generateKeyPairSync('ed25519').privateKey, ...keys]);
}

/** Leaves the newest key alone to sign. @returns it */
export function retireOldWebhookKeys(keyFile: string): readonly WebhookPublicKey[] {
  return write(keyFile, privateKeysOf(keyFile).slice(0, 1));
}

function write(keyFile: string, keys: readonly KeyObject[]): readonly WebhookPublicKey[] {
  const draft = `${keyFile}.${newId()}`;
  mkdirSync(dirname(keyFile), { recursive: true });
  const blocks = keys.map((key) => key.export({ type: 'pkcs8', format: 'pem' }));
  writeFileSync(draft, blocks.join(''), { mode: 0o600 });
  renameSync(draft, keyFile);
  return keys.map(publicKeyOf);
}
