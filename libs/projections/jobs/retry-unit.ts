import { recordAudit } from '#access';
import { NotFoundError } from '#platform';
import { appendOutbox, type ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';

/** Who asks, and the piece of work it belongs to. */
interface Requester {
  readonly id: string;
  readonly correlationId: string | null;
}

/**
 * Asks for a unit to be tried again: a quarantine is lifted, a cancelled run may run again, and the attempts
 * so far no longer count. They stay on record.
 *
 * @throws NotFoundError for an unknown unit
 */
export async function retryUnit(
  manager: EntityManager,
  unit: ProjectionUnit,
  { id, correlationId }: Requester,
): Promise<void> {
  const { scenarioId, organisationId } = unit;
  const [row]: { reason: string | null }[] = await manager.query(
    `SELECT IF(quarantined_version IS NULL, NULL, quarantine_reason) AS reason FROM projection_unit
      WHERE scenario_id = ? AND organisation_id = ? FOR UPDATE`,
    [scenarioId, organisationId],
  );
  if (row === undefined) throw new NotFoundError('There is no such unit of work.');
  await manager.query(
    `UPDATE projection_unit SET quarantined_version = NULL, quarantine_reason = NULL
      WHERE scenario_id = ? AND organisation_id = ?`,
    [scenarioId, organisationId],
  );
  await manager.query(
    `UPDATE projection_run SET state = 'failed', excused_attempts = attempts,
            error = IF(state = 'cancelled', 'Cancelled, and asked for again', error)
      WHERE scenario_id = ? AND organisation_id = ? AND state IN ('failed', 'cancelled')`,
    [scenarioId, organisationId],
  );
  await appendOutbox(manager, 'projection.recalculation-requested', unit);
  await recordAudit(manager, {
    actor: id,
    action: 'projection.retried',
    entity: 'projection-unit',
    entityId: `${scenarioId}:${organisationId}`,
    organisationId,
    detail: { scenarioId, quarantineReason: row.reason },
    correlationId,
  });
}
