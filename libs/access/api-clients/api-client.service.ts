import type { JWK } from 'jose';
import type { DataSource } from 'typeorm';
import { UnitOfWork } from '#persistence';
import { InvalidInputError, newId } from '#platform';
import { recordAudit } from '../audit';
import { CLIENT_SCOPES, type ApiClient, type ClientScope } from './client-assertion';
import { requirePublicKey } from './public-key';

export interface NewApiClient {
  readonly name: string;
  readonly purpose: string;
  readonly legalBasis: string;
  readonly scopes: readonly string[];
  readonly keyId: string;
  readonly publicJwk: JWK;
  /** Who registers the client, for the audit trail. */
  readonly actor: string;
  readonly correlationId?: string | null;
}

interface ClientRow {
  id: string;
  name: string;
  purpose: string;
  legal_basis: string;
  scopes: string;
}

/** Registered clients of the national API and their public keys. Private keys never reach the database. */
export class ApiClientService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws InvalidInputError for an unknown scope, or a key that is private or unusable. */
  async register(client: NewApiClient): Promise<ApiClient> {
    const scopes = client.scopes.map(requireScope);
    await requirePublicKey(client.publicJwk);
    const id = newId();
    const { name, purpose, legalBasis } = client;
    await new UnitOfWork(this.dataSource).run(async (manager) => {
      await manager.query(
        `INSERT INTO api_client (id, name, purpose, legal_basis, scopes, disabled_at, created_at)
         VALUES (?, ?, ?, ?, ?, NULL, UTC_TIMESTAMP(6))`,
        [id, name, purpose, legalBasis, scopes.join(' ')],
      );
      await manager.query(
        `INSERT INTO api_client_key (id, client_id, key_id, public_jwk, valid_from, valid_to)
         VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), NULL)`,
        [newId(), id, client.keyId, JSON.stringify(client.publicJwk)],
      );
      await recordAudit(manager, {
        actor: client.actor,
        action: 'api-client.registered',
        entity: 'api_client',
        entityId: id,
        organisationId: null,
        detail: { name, purpose, legalBasis, scopes, keyId: client.keyId },
        correlationId: client.correlationId ?? null,
      });
    });
    return { id, name, purpose, legalBasis, scopes };
  }

  /** The enabled client, or null. */
  async find(clientId: string): Promise<ApiClient | null> {
    const [row] = await this.dataSource.query<ClientRow[]>(
      'SELECT id, name, purpose, legal_basis, scopes FROM api_client WHERE id = ? AND disabled_at IS NULL',
      [clientId],
    );
    return row ? clientOf(row) : null;
  }

  /** Public keys in force now: several during a rotation. */
  async keysOf(clientId: string): Promise<readonly { keyId: string; publicJwk: JWK }[]> {
    const rows = await this.dataSource.query<{ key_id: string; public_jwk: string }[]>(
      `SELECT key_id, public_jwk FROM api_client_key
        WHERE client_id = ? AND valid_from <= UTC_TIMESTAMP(6) AND (valid_to IS NULL OR valid_to > UTC_TIMESTAMP(6))`,
      [clientId],
    );
    return rows.map((row) => ({ keyId: row.key_id, publicJwk: JSON.parse(row.public_jwk) as JWK }));
  }

  /** Notes an assertion id as used; false when it was used before. */
  async useAssertion(clientId: string, assertionId: string, expiresAt: Date): Promise<boolean> {
    const result = await this.dataSource.query<{ affectedRows: number }>(
      'INSERT IGNORE INTO api_assertion (client_id, jti, expires_at) VALUES (?, ?, ?)',
      [clientId, assertionId, expiresAt],
    );
    return result.affectedRows === 1;
  }
}

function clientOf(row: ClientRow): ApiClient {
  const scopes = row.scopes.split(' ').filter((scope): scope is ClientScope => isScope(scope));
  return { id: row.id, name: row.name, purpose: row.purpose, legalBasis: row.legal_basis, scopes };
}

function isScope(scope: string): scope is ClientScope {
  return (CLIENT_SCOPES as readonly string[]).includes(scope);
}

function requireScope(scope: string): ClientScope {
  if (isScope(scope)) return scope;
  throw new InvalidInputError([
    {
      pointer: '/scopes',
      rule: 'scope',
      message: `There is no scope "${scope}".`,
      fix: `Use one or more of ${CLIENT_SCOPES.join(', ')}.`,
    },
  ]);
}
