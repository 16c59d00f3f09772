import type { EntityManager } from 'typeorm';

/** A public key of a client as administration shows it. */
export interface ListedClientKey {
  readonly id: string;
  /** The name of the key in the client's assertions (`kid`). */
  readonly keyId: string;
  readonly algorithm: string;
  /** ISO 8601. */
  readonly validFrom: string;
  /** When it stops counting; null while none is set. */
  readonly validTo: string | null;
  readonly isInForce: boolean;
}

/** A client of the national API as administration shows it. */
export interface ListedClient {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly string[];
  readonly isDisabled: boolean;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Its last pull; null before the first. */
  readonly lastPullAt: string | null;
  readonly keys: readonly ListedClientKey[];
}

interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: string;
  readonly isDisabled: number;
  readonly createdAt: Date;
  readonly lastPullAt: Date | null;
}

interface KeyRow {
  readonly id: string;
  readonly clientId: string;
  readonly keyId: string;
  readonly publicJwk: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
  readonly isInForce: number;
}

/** Every client with its keys, by name. */
export async function listClients(manager: EntityManager): Promise<ListedClient[]> {
  const clients = await manager.query<ClientRow[]>(
    `SELECT c.id, c.name, c.purpose, c.legal_basis AS legalBasis, c.scopes,
       c.disabled_at IS NOT NULL AS isDisabled, c.created_at AS createdAt,
       (SELECT MAX(l.at) FROM pull_log l WHERE l.client_id = c.id) AS lastPullAt
     FROM api_client c ORDER BY c.name, c.id`,
  );
  const keys = await manager.query<KeyRow[]>(
    `SELECT id, client_id AS clientId, key_id AS keyId, public_jwk AS publicJwk, valid_from AS validFrom,
       valid_to AS validTo,
       (valid_from <= UTC_TIMESTAMP(6) AND (valid_to IS NULL OR valid_to > UTC_TIMESTAMP(6))) AS isInForce
     FROM api_client_key ORDER BY valid_from DESC, id DESC`,
  );
  return clients.map(({ scopes, isDisabled, createdAt, lastPullAt, ...client }) => ({
    ...client,
    scopes: scopes.split(' '),
    isDisabled: Boolean(isDisabled),
    createdAt: createdAt.toISOString(),
    lastPullAt: lastPullAt?.toISOString() ?? null,
    keys: keys.filter(({ clientId }) => clientId === client.id).map(toListedKey),
  }));
}

function toListedKey({ id, keyId, publicJwk, validFrom, validTo, isInForce }: KeyRow): ListedClientKey {
  const { alg } = JSON.parse(publicJwk) as { alg?: string };
  return {
    id,
    keyId,
    algorithm: alg ?? '',
    validFrom: validFrom.toISOString(),
    validTo: validTo?.toISOString() ?? null,
    isInForce: Boolean(isInForce),
  };
}
