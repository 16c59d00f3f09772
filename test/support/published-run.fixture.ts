import { newId, sha256Hex } from '#platform';
import type { EntityManager } from 'typeorm';

/** Versions that no input of the test passes. */
let newest = 1_000_000;

/** A published run of an organisation, without series. @returns its id */
export async function publishRun(
  manager: EntityManager,
  unit: { readonly scenarioId: string; readonly organisationId: string },
): Promise<string> {
  const id = newId();
  newest += 1;
  await manager.query(
    `INSERT INTO projection_run (id, scenario_id, organisation_id, input_version, input_sha256, input_layers,
       engine_version, seed, draws, state, progress, attempts, result_sha256, created_at)
     VALUES (?, ?, ?, ?, ?, '{}', ?, '1', 0, 'published', 1, 1, ?, UTC_TIMESTAMP(6))`,
    [
      id,
      unit.scenarioId,
      unit.organisationId,
      newest,
      sha256Hex(`input ${id}`),
      sha256Hex('engine'),
      sha256Hex(id),
    ],
  );
  await manager.query(
    `UPDATE projection_unit SET published_version = ?, published_run_id = ?, published_at = UTC_TIMESTAMP(6)
     WHERE scenario_id = ? AND organisation_id = ?`,
    [newest, id, unit.scenarioId, unit.organisationId],
  );
  return id;
}
