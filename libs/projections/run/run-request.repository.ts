import { recordAudit } from '#access';
import { NotFoundError } from '#platform';
import { appendOutboxRows, type ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { nodeOf, readScenarioPlace } from '../read/unit-state.repository';
import { endOpenAttempts } from './run-attempt.repository';

/** Who asks, for the audit trail: the id of a person. */
export interface Requester {
  readonly id: string;
}

/**
 * Asks for every unit at or under a node to be calculated again; one that a person had cancelled may run
 * again.
 *
 * @returns how many units were asked for
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
 */
export async function requestRuns(
  manager: EntityManager,
  at: ProjectionUnit,
  requester: Requester,
): Promise<number> {
  const place = await readScenarioPlace(manager, at.scenarioId);
  const node = nodeOf(place, at.organisationId);
  const ids = [node, ...place.tree.descendantsOf(node.id)].map(({ id }) => id);
  const units: ProjectionUnit[] = await manager.query(
    `SELECT scenario_id AS scenarioId, organisation_id AS organisationId FROM projection_unit
      WHERE scenario_id = ? AND organisation_id IN (?) ORDER BY organisation_id`,
    [at.scenarioId, ids],
  );
  await manager.query(
    `UPDATE projection_run SET state = 'failed', error = 'Cancelled, and asked for again'
      WHERE state = 'cancelled' AND scenario_id = ? AND organisation_id IN (?)`,
    [at.scenarioId, ids],
  );
  await appendOutboxRows(manager, 'projection.recalculation-requested', units);
  await recordAudit(manager, {
    actor: requester.id,
    action: 'projection.requested',
    entity: 'scenario',
    entityId: at.scenarioId,
    organisationId: node.id,
    detail: { units: units.length },
    correlationId: null,
  });
  return units.length;
}

/** The unit that a run is of. @throws NotFoundError for an unknown run */
export async function unitOfRun(manager: EntityManager, runId: string): Promise<ProjectionUnit> {
  const [unit]: ProjectionUnit[] = await manager.query(
    'SELECT scenario_id AS scenarioId, organisation_id AS organisationId FROM projection_run WHERE id = ?',
    [runId],
  );
  if (unit === undefined) {
    throw new NotFoundError('There is no such run.', { runId });
  }
  return unit;
}

/**
 * Cancels a run that has not ended: its worker notices within a second and stops, and the unit stays as it
 * is published until its next input or request. A run that has ended stays as it ended.
 *
 * @returns whether there was anything to cancel
 * @throws NotFoundError for an unknown run
 */
export async function cancelRun(
  manager: EntityManager,
  runId: string,
  requester: Requester,
): Promise<boolean> {
  const unit = await unitOfRun(manager, runId);
  await manager.query(
    'SELECT 1 FROM projection_unit WHERE scenario_id = ? AND organisation_id = ? FOR UPDATE',
    [unit.scenarioId, unit.organisationId],
  );
  const cancelled: { affectedRows: number } = await manager.query(
    `UPDATE projection_run SET state = 'cancelled', lease_until = NULL, finished_at = UTC_TIMESTAMP(6)
      WHERE id = ? AND state IN ('running', 'failed')`,
    [runId],
  );
  if (cancelled.affectedRows === 0) {
    return false;
  }
  await endOpenAttempts(manager, runId, 'cancelled');
  await recordAudit(manager, {
    actor: requester.id,
    action: 'projection.cancelled',
    entity: 'projection-run',
    entityId: runId,
    organisationId: unit.organisationId,
    detail: { scenarioId: unit.scenarioId },
    correlationId: null,
  });
  return true;
}
