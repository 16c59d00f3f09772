import { insertRows } from '#persistence';
import { newId } from '#platform';
import type { EntityManager } from 'typeorm';

/** A signature in someone else's hands. */
export interface Delegation {
  readonly id: string;
  readonly slot: string;
  readonly principalId: string;
  readonly principal: string;
  readonly delegateId: string;
  readonly delegate: string;
  /** The last day, `YYYY-MM-DD`; null for as long as it is not taken back. */
  readonly validTo: string | null;
}

/** The delegations of a document that hold on a day. */
export async function readDelegations(
  manager: EntityManager,
  documentId: string,
  today: string,
): Promise<readonly Delegation[]> {
  return manager.query(
    `SELECT d.id, d.slot, d.principal_id AS principalId, p.name AS principal, d.delegate_id AS delegateId,
       q.name AS delegate, d.valid_to AS validTo
     FROM sign_off_delegation d JOIN person p ON p.id = d.principal_id JOIN person q ON q.id = d.delegate_id
     WHERE d.document_id = ? AND d.revoked_at IS NULL AND (d.valid_to IS NULL OR d.valid_to >= ?)
     ORDER BY d.created_at, d.id`,
    [documentId, today],
  );
}

/** @returns its id */
export async function insertDelegation(
  manager: EntityManager,
  documentId: string,
  delegation: Pick<Delegation, 'slot' | 'principalId' | 'delegateId' | 'validTo'>,
): Promise<string> {
  const id = newId();
  const { slot, principalId, delegateId, validTo } = delegation;
  await insertRows(
    manager,
    'sign_off_delegation',
    ['id', 'document_id', 'slot', 'principal_id', 'delegate_id', 'valid_to', 'created_at'],
    [[id, documentId, slot, principalId, delegateId, validTo, new Date()]],
  );
  return id;
}

/** Ends a delegation that its principal gave. @returns whether there was one */
export async function revokeDelegation(
  manager: EntityManager,
  documentId: string,
  { id, principalId }: Pick<Delegation, 'id' | 'principalId'>,
): Promise<boolean> {
  const result: { affectedRows: number } = await manager.query(
    `UPDATE sign_off_delegation SET revoked_at = UTC_TIMESTAMP(6)
     WHERE id = ? AND document_id = ? AND principal_id = ? AND revoked_at IS NULL`,
    [id, documentId, principalId],
  );
  return result.affectedRows === 1;
}
