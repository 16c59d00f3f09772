import type { EntityManager } from 'typeorm';
import type { LocalEvidence } from './cell';

interface EvidenceRow {
  readonly assumptionId: string;
  readonly localValue: string | null;
  readonly weight: string;
  readonly peerValue: string;
}

/** What the organisation's own history said for the given assumptions, by assumption id. */
export async function readCalibrationEvidence(
  manager: EntityManager,
  assumptionIds: readonly string[],
): Promise<ReadonlyMap<string, LocalEvidence>> {
  if (assumptionIds.length === 0) return new Map();
  const rows: EvidenceRow[] = await manager.query(
    `SELECT assumption_id AS assumptionId, local_value AS localValue, weight, peer_value AS peerValue
     FROM calibration_evidence WHERE assumption_id IN (?)`,
    [assumptionIds],
  );
  return new Map(
    rows.map((row) => [
      row.assumptionId,
      {
        value: row.localValue === null ? null : Number(row.localValue),
        weight: Number(row.weight),
        peer: Number(row.peerValue),
      },
    ]),
  );
}
