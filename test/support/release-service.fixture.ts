import { generateKeyPairSync } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { ManifestSigner, ReleaseService } from '#publication';

/** Publishes into a database with a signing key of its own. */
export function releaseService(dataSource: DataSource): ReleaseService {
  return new ReleaseService(dataSource, new ManifestSigner(generateKeyPairSync('ed25519').privateKey));
}
