import type { UnitOfWork } from '#persistence';
import type { QueuedJob } from '#queue';
import type { EntityManager } from 'typeorm';
import { readInputVersions, type TreeCache } from '../read/input-versions';

interface UnitRow {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly publishedVersion: number;
  readonly quarantinedVersion: number | null;
}

interface OpenRun {
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly inputVersion: number;
}

/** Finds units of current scenarios whose newest input is not published and that nobody is working on. */
export class DueProjections {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Also ends, as superseded, runs whose worker has gone and whose input something newer was published for. */
  async find(): Promise<readonly QueuedJob[]> {
    await this.unitOfWork.run(closeAbandonedRuns);
    return this.unitOfWork.run(async (manager) => {
      const units = await readCurrentUnits(manager);
      const settled = new Set((await readSettledRuns(manager)).map(runKey));
      const stale = (await withInputVersions(manager, units)).filter(
        (unit) =>
          unit.inputVersion > unit.publishedVersion &&
          unit.inputVersion !== unit.quarantinedVersion &&
          !settled.has(runKey(unit)),
      );
      await noteRing(manager, stale);
      return stale.map(({ scenarioId, organisationId }) => ({
        name: 'project-unit',
        payload: { scenarioId, organisationId },
      }));
    });
  }
}

/** Units with an opening position: the others cannot be projected until one is loaded. */
async function readCurrentUnits(manager: EntityManager): Promise<readonly UnitRow[]> {
  const rows: UnitRow[] = await manager.query(
    `SELECT u.scenario_id AS scenarioId, u.organisation_id AS organisationId,
            u.published_version AS publishedVersion, u.quarantined_version AS quarantinedVersion
       FROM projection_unit u
       JOIN scenario s ON s.id = u.scenario_id AND s.is_current = 1
       JOIN round_participant p ON p.round_id = s.round_id AND p.organisation_id = u.organisation_id
      WHERE p.baseline_snapshot_id IS NOT NULL
      ORDER BY u.scenario_id, u.organisation_id`,
  );
  return rows.map((row) => ({
    ...row,
    publishedVersion: Number(row.publishedVersion),
    quarantinedVersion: row.quarantinedVersion === null ? null : Number(row.quarantinedVersion),
  }));
}

/** Runs that somebody holds, and runs that a person cancelled: neither is rung for. */
async function readSettledRuns(manager: EntityManager): Promise<readonly OpenRun[]> {
  return manager.query(
    `SELECT r.scenario_id AS scenarioId, r.organisation_id AS organisationId, r.input_version AS inputVersion
       FROM projection_run r
       JOIN projection_unit u ON u.scenario_id = r.scenario_id AND u.organisation_id = r.organisation_id
      WHERE (r.state = 'running' AND r.lease_until > UTC_TIMESTAMP(6))
         OR (r.state = 'cancelled' AND r.input_version > u.published_version)`,
  );
}

async function withInputVersions(
  manager: EntityManager,
  units: readonly UnitRow[],
): Promise<readonly (UnitRow & { readonly inputVersion: number })[]> {
  const trees: TreeCache = new Map();
  const found = [];
  for (const scenarioId of new Set(units.map((unit) => unit.scenarioId))) {
    const ofScenario = units.filter((unit) => unit.scenarioId === scenarioId);
    const organisationIds = ofScenario.map(({ organisationId }) => organisationId);
    const versions = await readInputVersions(manager, scenarioId, { organisationIds, trees });
    found.push(
      ...ofScenario.map((unit) => ({ ...unit, inputVersion: versions.get(unit.organisationId) ?? 0 })),
    );
  }
  return found;
}

/** Notes when a unit was last rung for by a look rather than by a message. */
async function noteRing(manager: EntityManager, units: readonly UnitRow[]): Promise<void> {
  if (units.length > 0) {
    await manager.query(
      'UPDATE projection_unit SET rung_at = UTC_TIMESTAMP(6) WHERE (scenario_id, organisation_id) IN (?)',
      [units.map(({ scenarioId, organisationId }) => [scenarioId, organisationId])],
    );
  }
}

async function closeAbandonedRuns(manager: EntityManager): Promise<void> {
  const rows: { id: string }[] = await manager.query(
    `SELECT r.id FROM projection_run r
       JOIN projection_unit u ON u.scenario_id = r.scenario_id AND u.organisation_id = r.organisation_id
      WHERE r.state = 'running' AND r.lease_until <= UTC_TIMESTAMP(6) AND r.input_version <= u.published_version`,
  );
  if (rows.length === 0) {
    return;
  }
  const ids = rows.map(({ id }) => id);
  await manager.query(
    `UPDATE projection_attempt SET ended_at = UTC_TIMESTAMP(6), outcome = 'crashed'
      WHERE run_id IN (?) AND outcome IS NULL`,
    [ids],
  );
  await manager.query(
    `UPDATE projection_run SET state = 'superseded', finished_at = UTC_TIMESTAMP(6), lease_until = NULL
      WHERE id IN (?) AND state = 'running'`,
    [ids],
  );
}

function runKey(run: OpenRun): string {
  return `${run.scenarioId} ${run.organisationId} ${run.inputVersion}`;
}
