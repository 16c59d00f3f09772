import { newId } from '#platform';
import type { EntityManager } from 'typeorm';
import type { Coverage } from '../read/overview';
import { storeSeries } from '../series/result.repository';
import type { NettedMoves } from './net-moves';
import type { RollUpSum } from './roll-up-sum';

/** What is stored beside a sum: what it covers, when it begins, and what was netted at or under it. */
export interface RollUpRemarks {
  readonly coverage: Coverage;
  /** First month of the sum, `YYYY-MM`: where all members have values. */
  readonly firstMonth: string;
  readonly netted: Readonly<Record<string, NettedMoves>>;
}

/** A sum of exactly these members at a node. */
export interface RollUpKey {
  readonly scenarioId: string;
  readonly organisationId: string;
  /** Hash of what is summed and of what it would take to be complete. */
  readonly membersSha256: string;
}

/** A sum as stored. */
export interface StoredRollUp extends RollUpRemarks {
  readonly id: string;
}

/** Only one process at a time sums a scenario; the lock goes with the transaction. */
export async function lockRollUps(manager: EntityManager, scenarioId: string): Promise<void> {
  const name = `roll-up:${scenarioId}`;
  await manager.query(
    `INSERT INTO lease (name, holder, expires_at) VALUES (?, 'roll-up', UTC_TIMESTAMP(6))
     ON DUPLICATE KEY UPDATE expires_at = VALUES(expires_at)`,
    [name],
  );
}

/** The sum of exactly these members, if it was ever made. */
export async function findRollUp(manager: EntityManager, key: RollUpKey): Promise<StoredRollUp | null> {
  const [row]: { id: string; coverage: string }[] = await manager.query(
    'SELECT id, coverage FROM roll_up WHERE scenario_id = ? AND organisation_id = ? AND members_sha256 = ?',
    [key.scenarioId, key.organisationId, key.membersSha256],
  );
  return row === undefined ? null : { id: row.id, ...(JSON.parse(row.coverage) as RollUpRemarks) };
}

/** Stores a sum with the runs that it is made of; it is not current yet. */
export async function insertRollUp(
  manager: EntityManager,
  key: RollUpKey,
  made: { readonly sum: RollUpSum; readonly remarks: RollUpRemarks; readonly runIds: readonly string[] },
): Promise<StoredRollUp> {
  const id = newId();
  await manager.query(
    `INSERT INTO roll_up
       (id, scenario_id, organisation_id, members_sha256, result_sha256, coverage, is_current, created_at)
     VALUES (?, ?, ?, ?, ?, ?, 0, UTC_TIMESTAMP(6))`,
    [
      id,
      key.scenarioId,
      key.organisationId,
      key.membersSha256,
      made.sum.resultSha256,
      JSON.stringify(made.remarks),
    ],
  );
  await manager.query('INSERT INTO roll_up_member (roll_up_id, run_id, position) VALUES ?', [
    made.runIds.map((runId, position) => [id, runId, position]),
  ]);
  await storeSeries(manager, id, made.sum.groups);
  return { id, ...made.remarks };
}

/** Shows this sum, and no other, for its node; null shows none. @returns whether that changed anything */
export async function showRollUp(
  manager: EntityManager,
  node: Pick<RollUpKey, 'scenarioId' | 'organisationId'>,
  rollUpId: string | null,
): Promise<boolean> {
  const changed: { affectedRows: number } = await manager.query(
    `UPDATE roll_up SET is_current = IF(id = ?, 1, 0)
      WHERE scenario_id = ? AND organisation_id = ? AND is_current <> IF(id = ?, 1, 0)`,
    [rollUpId ?? '', node.scenarioId, node.organisationId, rollUpId ?? ''],
  );
  return changed.affectedRows > 0;
}
