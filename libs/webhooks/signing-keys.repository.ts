import type { DataSource, EntityManager } from 'typeorm';
import type { WebhookPublicKey } from './message';

/** A public key as receivers read it. */
export interface ListedWebhookKey extends WebhookPublicKey {
  readonly firstUsedAt: string;
  /** Null while it signs. */
  readonly retiredAt: string | null;
}

interface KeyRow extends WebhookPublicKey {
  readonly firstUsedAt: Date;
  readonly retiredAt: Date | null;
}

/** Every key that messages are or were signed with, the newest first. */
export async function listWebhookKeys(manager: EntityManager): Promise<readonly ListedWebhookKey[]> {
  const rows: KeyRow[] = await manager.query(
    `SELECT key_id AS keyId, public_key AS publicKey, first_used_at AS firstUsedAt, retired_at AS retiredAt
       FROM webhook_signing_key ORDER BY first_used_at DESC, key_id`,
  );
  return rows.map(({ firstUsedAt, retiredAt, ...key }) => ({
    ...key,
    firstUsedAt: firstUsedAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }));
}

/** Publishes the keys that sign from now on; any other is retired. */
export async function publishWebhookKeys(
  dataSource: DataSource,
  keys: readonly WebhookPublicKey[],
): Promise<void> {
  for (const { keyId, publicKey } of keys) {
    await dataSource.query(
      `INSERT INTO webhook_signing_key (key_id, public_key, first_used_at, retired_at)
       VALUES (?, ?, UTC_TIMESTAMP(6), NULL) ON DUPLICATE KEY UPDATE retired_at = NULL`,
      [keyId, publicKey],
    );
  }
  await dataSource.query(
    'UPDATE webhook_signing_key SET retired_at = UTC_TIMESTAMP(6) WHERE retired_at IS NULL AND key_id NOT IN (?)',
    [keys.map(({ keyId }) => keyId)],
  );
}
