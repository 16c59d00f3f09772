import type { UnitOfWork } from '#persistence';
import type { EntityManager } from 'typeorm';
import { quarantineUnit } from './quarantine';
import { endOpenAttempts, spentAttempts } from './run-attempt.repository';
import type { ClaimedRun } from './run-claim.repository';
import { ATTEMPTS_ALLOWED } from './run-state';

/** Longest error text kept. */
const LONGEST_ERROR = 2000;

/** Ends attempts that do not end in a publication. */
export class RunEndRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** The input moved on before anything was computed: the run is void, the newer input has its own. */
  async endOutdated(run: ClaimedRun): Promise<void> {
    await this.whileHeld(run, async (manager) => {
      await endOpenAttempts(manager, run.id, 'outdated');
      await manager.query(
        `UPDATE projection_run SET state = 'superseded', finished_at = UTC_TIMESTAMP(6), lease_until = NULL WHERE id = ?`,
        [run.id],
      );
    });
  }

  /** The attempt failed; the last one allowed quarantines the unit. @returns whether it did */
  async endFailed(run: ClaimedRun, error: Error): Promise<boolean> {
    const message = error.message.slice(0, LONGEST_ERROR);
    const quarantined = await this.whileHeld(run, async (manager) => {
      await endOpenAttempts(manager, run.id, 'failed', message);
      if ((await spentAttempts(manager, run.id)) >= ATTEMPTS_ALLOWED) {
        await quarantineUnit(manager, { unit: run.unit, inputVersion: run.inputVersion, runId: run.id });
        return true;
      }
      await manager.query(
        `UPDATE projection_run SET state = 'failed', error = ?, finished_at = UTC_TIMESTAMP(6), lease_until = NULL
          WHERE id = ?`,
        [message, run.id],
      );
      return false;
    });
    return quarantined ?? false;
  }

  /** This process is ending: the run is free for another at once, and the attempt does not count. */
  async handBack(run: ClaimedRun): Promise<void> {
    await this.whileHeld(run, async (manager) => {
      await endOpenAttempts(manager, run.id, 'handed-back');
      await manager.query('UPDATE projection_run SET lease_until = UTC_TIMESTAMP(6) WHERE id = ?', [run.id]);
    });
  }

  /** Does nothing when the run is no longer this worker's. */
  private async whileHeld<T>(
    run: ClaimedRun,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T | null> {
    return this.unitOfWork.run(async (manager) => ((await holdRun(manager, run)) ? work(manager) : null));
  }
}

/**
 * Locks the unit, then the run, in this order everywhere.
 *
 * @returns whether the run is still this worker's
 */
export async function holdRun(manager: EntityManager, run: ClaimedRun): Promise<boolean> {
  await manager.query(
    'SELECT 1 FROM projection_unit WHERE scenario_id = ? AND organisation_id = ? FOR UPDATE',
    [run.unit.scenarioId, run.unit.organisationId],
  );
  const held: unknown[] = await manager.query(
    "SELECT 1 FROM projection_run WHERE id = ? AND worker = ? AND state = 'running' FOR UPDATE",
    [run.id, run.worker],
  );
  return held.length === 1;
}
