import { calculateJwkThumbprint, exportJWK } from 'jose';
import { createPublicKey } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSigningKey } from '#access';
import { sha256Hex, type Configuration } from '#platform';
import type { BackupKey, KeyPurpose } from './backup-manifest';

/** A private key of the installation, where there is one. */
interface KeyFile {
  readonly key: BackupKey;
  readonly path: string;
}

/** Where the private half of each signing key lies. */
export type KeyFiles = Readonly<Record<KeyPurpose, string>>;

/** The places that the configuration names. */
export function keyFilesOf(configuration: Configuration): KeyFiles {
  return {
    'release-manifests': configuration.releaseSigningKeyFile,
    'national-tokens': configuration.heeSigningKeyFile,
    webhooks: configuration.webhookSigningKeyFile,
  };
}

/** The keys that exist, each named by its public half; none is made. */
export async function readKeys(files: KeyFiles, areContained: boolean): Promise<readonly KeyFile[]> {
  const purposes = (Object.keys(files) as KeyPurpose[]).filter((purpose) => existsSync(files[purpose]));
  return Promise.all(
    purposes.map(async (purpose) => {
      const path = files[purpose];
      const keyId = await calculateJwkThumbprint(await exportJWK(createPublicKey(loadSigningKey(path))));
      const file = areContained ? `keys/${purpose}.pem` : null;
      return {
        path,
        key: { purpose, keyId, file, sha256: areContained ? sha256Hex(readFileSync(path)) : null },
      };
    }),
  );
}

/** Puts a private key in its place, readable by its owner only, unless a key is there. @returns whether it was put */
export function putKey(path: string, content: Buffer): boolean {
  if (existsSync(path)) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
  return true;
}
