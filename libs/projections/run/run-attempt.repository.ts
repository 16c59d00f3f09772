import type { EntityManager } from 'typeorm';
import { COUNTED_OUTCOMES, type AttemptOutcome } from './run-state';

/**
 * Attempts that count against a run: those that failed or crashed, and those that never ended, after the
 * last one that a person excused.
 */
export async function spentAttempts(manager: EntityManager, runId: string): Promise<number> {
  const [row]: { spent: number }[] = await manager.query(
    `SELECT COUNT(*) AS spent FROM projection_attempt a JOIN projection_run r ON r.id = a.run_id
      WHERE a.run_id = ? AND a.attempt > r.excused_attempts AND (a.outcome IS NULL OR a.outcome IN (?))`,
    [runId, COUNTED_OUTCOMES],
  );
  return Number(row?.spent ?? 0);
}

/** Begins the next attempt. @returns its number, from 1 */
export async function openAttempt(manager: EntityManager, runId: string, worker: string): Promise<number> {
  const [row]: { last: number | null }[] = await manager.query(
    'SELECT MAX(attempt) AS last FROM projection_attempt WHERE run_id = ?',
    [runId],
  );
  const attempt = Number(row?.last ?? 0) + 1;
  await manager.query(
    'INSERT INTO projection_attempt (run_id, attempt, worker, started_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))',
    [runId, attempt, worker],
  );
  return attempt;
}

/** Writes how every attempt of the run that has no end yet ended. */
export async function endOpenAttempts(
  manager: EntityManager,
  runId: string,
  outcome: AttemptOutcome,
  error: string | null = null,
): Promise<void> {
  await manager.query(
    `UPDATE projection_attempt SET ended_at = UTC_TIMESTAMP(6), outcome = ?, error = ?
      WHERE run_id = ? AND outcome IS NULL`,
    [outcome, error, runId],
  );
}
