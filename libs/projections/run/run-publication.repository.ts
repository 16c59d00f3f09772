import { recordAudit } from '#access';
import type { UnitOfWork } from '#persistence';
import { failpoint } from '#platform';
import { appendOutbox } from '#queue';
import type { EntityManager } from 'typeorm';
import type { ComputedResult } from '../compute/computed-result';
import { storeRemarks, storeSeries } from '../series/result.repository';
import { endOpenAttempts } from './run-attempt.repository';
import type { ClaimedRun } from './run-claim.repository';
import { holdRun } from './run-end.repository';

/** `lost`: the run was cancelled or taken over; nothing was written. */
export type PublicationOutcome = 'published' | 'superseded' | 'lost';

/**
 * Publishes results, state, log and audit in one transaction, or nothing. Duplicate execution is routine,
 * so a publication is single by construction: only the holder of the run may publish it, and only what is
 * newer than what is published.
 */
export class RunPublicationRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async publish(run: ClaimedRun, result: ComputedResult): Promise<PublicationOutcome> {
    return this.unitOfWork.run(async (manager) => {
      if (!(await holdRun(manager, run))) {
        return 'lost';
      }
      const isNewer = await moveForward(manager, run);
      await endRun(manager, run, {
        state: isNewer ? 'published' : 'superseded',
        resultSha256: result.resultSha256,
      });
      if (!isNewer) {
        return 'superseded';
      }
      await storeSeries(manager, run.id, result.groups);
      failpoint('worker.half-of-results');
      await storeRemarks(manager, run.id, result);
      await log(manager, run, result);
      failpoint('worker.before-commit');
      return 'published';
    });
  }
}

/** @returns false when this input, or a later one, is published already */
async function moveForward(manager: EntityManager, run: ClaimedRun): Promise<boolean> {
  const moved: { affectedRows: number } = await manager.query(
    `UPDATE projection_unit
        SET published_version = ?, published_run_id = ?, published_at = UTC_TIMESTAMP(6),
            quarantined_version = NULL, quarantine_reason = NULL
      WHERE scenario_id = ? AND organisation_id = ? AND published_version < ?`,
    [run.inputVersion, run.id, run.unit.scenarioId, run.unit.organisationId, run.inputVersion],
  );
  return moved.affectedRows === 1;
}

async function endRun(
  manager: EntityManager,
  run: ClaimedRun,
  end: { readonly state: 'published' | 'superseded'; readonly resultSha256: string },
): Promise<void> {
  await endOpenAttempts(manager, run.id, end.state);
  await manager.query(
    `UPDATE projection_run SET state = ?, result_sha256 = ?, progress = 1, lease_until = NULL, error = NULL,
            finished_at = UTC_TIMESTAMP(6) WHERE id = ?`,
    [end.state, end.resultSha256, run.id],
  );
}

async function log(manager: EntityManager, run: ClaimedRun, result: ComputedResult): Promise<void> {
  const { scenarioId, organisationId } = run.unit;
  await manager.query(
    `INSERT INTO publish_log (scenario_id, organisation_id, input_version, engine_version, run_id, at)
     VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
    [scenarioId, organisationId, run.inputVersion, run.identity.engineVersion, run.id],
  );
  await recordAudit(manager, {
    actor: 'worker',
    action: 'projection.published',
    entity: 'projection-run',
    entityId: run.id,
    organisationId,
    detail: { scenarioId, inputVersion: run.inputVersion, resultSha256: result.resultSha256 },
    correlationId: null,
  });
  await appendOutbox(manager, 'roll-up.requested', { scenarioId });
}
