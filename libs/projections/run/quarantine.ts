import { recordAudit } from '#access';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { ATTEMPTS_ALLOWED } from './run-state';

interface QuarantineRequest {
  readonly unit: ProjectionUnit;
  readonly inputVersion: number;
  readonly runId: string;
}

/**
 * Holds a unit back at one input version, with the reason of its last attempt, so that it cannot keep
 * workers from other units. Its next input lifts the quarantine by itself.
 */
export async function quarantineUnit(
  manager: EntityManager,
  { unit, inputVersion, runId }: QuarantineRequest,
): Promise<void> {
  const reason = await lastReason(manager, runId);
  await manager.query(
    `UPDATE projection_unit SET quarantined_version = ?, quarantine_reason = ?
      WHERE scenario_id = ? AND organisation_id = ?`,
    [inputVersion, reason, unit.scenarioId, unit.organisationId],
  );
  await manager.query(
    "UPDATE projection_run SET state = 'failed', error = ?, finished_at = UTC_TIMESTAMP(6), lease_until = NULL WHERE id = ?",
    [reason, runId],
  );
  await recordAudit(manager, {
    actor: 'worker',
    action: 'projection.quarantined',
    entity: 'projection-run',
    entityId: runId,
    organisationId: unit.organisationId,
    detail: { scenarioId: unit.scenarioId, inputVersion, reason },
    correlationId: null,
  });
}

async function lastReason(manager: EntityManager, runId: string): Promise<string> {
  const [row]: { error: string | null }[] = await manager.query(
    'SELECT error FROM projection_attempt WHERE run_id = ? ORDER BY error IS NULL, attempt DESC LIMIT 1',
    [runId],
  );
  const cause = row?.error ?? 'the worker process ended during the run';
  return `${ATTEMPTS_ALLOWED} attempts did not end in a result: ${cause}`;
}
