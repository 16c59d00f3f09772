import { recordAudit } from '#access';
import { ConflictError } from '#platform';
import type { EntityManager } from 'typeorm';

/** Which question, and who wants it ended. */
export interface Cancellation {
  readonly proposalId: string;
  readonly organisationId: string;
  readonly actor: { readonly id: string };
  readonly correlationId?: string | null | undefined;
}

/**
 * Ends a question that waits or is being worked out, in the caller's transaction; its worker sees it at its next look.
 *
 * @throws ConflictError where it has ended already
 */
export async function cancelProposal(manager: EntityManager, cancellation: Cancellation): Promise<void> {
  const { proposalId, organisationId, actor, correlationId = null } = cancellation;
  const ended: { affectedRows: number } = await manager.query(
    `UPDATE plan_proposal SET state = 'cancelled', finished_at = UTC_TIMESTAMP(6), lease_until = NULL
      WHERE id = ? AND state IN ('waiting', 'running')`,
    [proposalId],
  );
  if (ended.affectedRows !== 1) {
    throw new ConflictError('It has ended already: there is nothing left to cancel.', { proposalId });
  }
  await recordAudit(manager, {
    actor: actor.id,
    action: 'proposal.cancelled',
    entity: 'plan-proposal',
    entityId: proposalId,
    organisationId,
    detail: {},
    correlationId,
  });
}
