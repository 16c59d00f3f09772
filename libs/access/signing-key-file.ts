import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newId } from '#platform';

/**
 * Loads an Ed25519 signing key (PKCS 8, PEM) from a file, creating it, readable by its owner only, where there is
 * none.
 */
export function loadSigningKey(keyFile: string): KeyObject {
  if (!existsSync(keyFile)) createKeyFile(keyFile);
  return createPrivateKey(readFileSync(keyFile));
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
