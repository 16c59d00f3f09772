import { POLICY_SCOPE, bumpLayer } from '#assumptions';
import { PARAMETERS } from '#modules/registry';
import { canonicalJson, sha256Hex } from '#platform';
import type { PolicyData } from '#policy';
import type { EntityManager } from 'typeorm';
import type { EngineBundle } from './engine-bundle';

/** Kind of the layer rows that record which reference sets were in force, and from which policy version on. */
const KIND = 'reference-set';

/**
 * Hash of everything a projection depends on that comes with the program and not from the database: engine,
 * parameter registry with its defaults, and policy facts.
 */
export function referenceSetSha256(bundle: EngineBundle, policy: PolicyData): string {
  return sha256Hex(canonicalJson({ engine: bundle.version, parameters: PARAMETERS, policy }));
}

/**
 * Puts a reference set in force. If another one was in force, the policy layer gets a new version, so that
 * every unit is due again; a set that is in force already changes nothing.
 *
 * @returns whether the set is newly in force
 */
export async function putReferenceSetInForce(manager: EntityManager, sha256: string): Promise<boolean> {
  // The row of the policy layer is the lock: two processes that start at once go one after the other.
  await manager.query(
    `INSERT INTO input_layer (kind, scope, version) VALUES ('policy', ?, 0)
     ON DUPLICATE KEY UPDATE version = version`,
    [POLICY_SCOPE],
  );
  if ((await referenceSetInForce(manager)) === sha256) {
    return false;
  }
  await bumpLayer(manager, 'policy', POLICY_SCOPE);
  await manager.query(
    `INSERT INTO input_layer (kind, scope, version)
     SELECT ?, ?, policy.version FROM input_layer policy WHERE policy.kind = 'policy' AND policy.scope = ?
     ON DUPLICATE KEY UPDATE version = VALUES(version)`,
    [KIND, sha256, POLICY_SCOPE],
  );
  return true;
}

/** The set in force; null before the first. */
export async function referenceSetInForce(manager: EntityManager): Promise<string | null> {
  const [row]: { scope: string }[] = await manager.query(
    'SELECT scope FROM input_layer WHERE kind = ? ORDER BY version DESC LIMIT 1',
    [KIND],
  );
  return row?.scope ?? null;
}
