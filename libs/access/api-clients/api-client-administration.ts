import { Injectable } from '@nestjs/common';
import type { JWK } from 'jose';
import { UnitOfWork, isDuplicateKey } from '#persistence';
import { ConflictError, NotFoundError, newId } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Administrator } from '../administrator';
import { recordAudit } from '../audit';
import { listClients, type ListedClient } from './api-client-list';
import { requirePublicKey } from './public-key';

/** A further public key of a client. */
export interface NewClientKey {
  readonly clientId: string;
  /** The name of the key in the client's assertions (`kid`). */
  readonly keyId: string;
  readonly publicJwk: JWK;
  /** Days until the client's other keys stop counting: both count meanwhile. Null leaves them. */
  readonly othersEndInDays: number | null;
}

/** Clients of the national API as administrators see and change them. */
@Injectable()
export class ApiClientAdministration {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Every client with its keys, by name. */
  list(): Promise<ListedClient[]> {
    return this.unitOfWork.run(listClients);
  }

  /**
   * Adds a public key, and ends the others after some days.
   *
   * @throws NotFoundError
   * @throws InvalidInputError for a key that is private or unusable
   * @throws ConflictError for the name of a key that the client has or had
   */
  async addKey(key: NewClientKey, by: Administrator): Promise<void> {
    await requirePublicKey(key.publicJwk);
    try {
      await this.unitOfWork.run((manager) => addKeyIn(manager, key, by));
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      throw new ConflictError(
        `The client has, or had, a key named ${key.keyId}: give the new one its own name.`,
      );
    }
  }

  /**
   * Ends a key now: assertions signed with it are refused. Tokens given out before run on for ten minutes.
   *
   * @throws NotFoundError
   */
  async endKey(clientId: string, keyId: string, by: Administrator): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const { affectedRows } = await manager.query<{ affectedRows: number }>(
        `UPDATE api_client_key SET valid_to = UTC_TIMESTAMP(6)
         WHERE client_id = ? AND id = ? AND (valid_to IS NULL OR valid_to > UTC_TIMESTAMP(6))`,
        [clientId, keyId],
      );
      if (affectedRows === 0) throw new NotFoundError('There is no such key in force.');
      await recordAudit(manager, eventOf(by, 'api-client.key-ended', clientId, { key: keyId }));
    });
  }

  /** Disables a client: it gets no more tokens; or enables it again. @throws NotFoundError */
  async setDisabled(clientId: string, isDisabled: boolean, by: Administrator): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await requireClient(manager, clientId);
      await manager.query(
        `UPDATE api_client SET disabled_at = ${isDisabled ? 'UTC_TIMESTAMP(6)' : 'NULL'} WHERE id = ?`,
        [clientId],
      );
      const action = isDisabled ? 'api-client.disabled' : 'api-client.enabled';
      await recordAudit(manager, eventOf(by, action, clientId, {}));
    });
  }
}

async function addKeyIn(manager: EntityManager, key: NewClientKey, by: Administrator): Promise<void> {
  const { clientId, keyId, publicJwk, othersEndInDays } = key;
  await requireClient(manager, clientId);
  if (othersEndInDays !== null) {
    await manager.query(
      `UPDATE api_client_key SET valid_to = UTC_TIMESTAMP(6) + INTERVAL ? DAY
       WHERE client_id = ? AND (valid_to IS NULL OR valid_to > UTC_TIMESTAMP(6) + INTERVAL ? DAY)`,
      [othersEndInDays, clientId, othersEndInDays],
    );
  }
  await manager.query(
    `INSERT INTO api_client_key (id, client_id, key_id, public_jwk, valid_from, valid_to)
     VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6), NULL)`,
    [newId(), clientId, keyId, JSON.stringify(publicJwk)],
  );
  await recordAudit(manager, eventOf(by, 'api-client.key-added', clientId, { keyId, othersEndInDays }));
}

async function requireClient(manager: EntityManager, clientId: string): Promise<void> {
  const rows = await manager.query<unknown[]>('SELECT 1 FROM api_client WHERE id = ? FOR UPDATE', [clientId]);
  if (rows.length === 0) throw new NotFoundError('There is no such client.');
}

const eventOf = (by: Administrator, action: string, clientId: string, detail: object) => ({
  actor: by.id,
  action,
  entity: 'api_client',
  entityId: clientId,
  organisationId: null,
  detail,
  correlationId: by.correlationId,
});
