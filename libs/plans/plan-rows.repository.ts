import type { BaselineBasis } from '#modules/projection';
import type { EntityManager } from 'typeorm';
import type { RoundState, RoundYears, ScenarioSummary } from './round';

/** A round as stored. */
export interface RoundRow extends RoundYears {
  readonly state: RoundState;
  readonly treeAsAt: string;
}

/** A scenario as stored. */
export interface ScenarioRow extends ScenarioSummary {
  readonly roundId: string;
}

/** A plan as stored. */
export interface PlanRow {
  readonly id: string;
  readonly roundId: string;
  readonly organisationId: string;
  readonly scenarioId: string;
  readonly state: string;
  readonly version: number;
  readonly updatedAt: Date;
}

const ROUND_COLUMNS =
  'id, name, first_year AS firstYear, years, state, tree_as_at AS treeAsAt FROM planning_round';

/** All rounds, latest first. */
export async function readRounds(manager: EntityManager): Promise<readonly RoundRow[]> {
  return manager.query(`SELECT ${ROUND_COLUMNS} ORDER BY first_year DESC, name`);
}

/** One round, or undefined. */
export async function readRound(manager: EntityManager, roundId: string): Promise<RoundRow | undefined> {
  const rows: RoundRow[] = await manager.query(`SELECT ${ROUND_COLUMNS} WHERE id = ?`, [roundId]);
  return rows[0];
}

const SCENARIO_COLUMNS = `id, round_id AS roundId, name, kind, base_scenario_id AS baseScenarioId,
  organisation_id AS organisationId, version, (kind = 'what-if' AND is_current = 0) AS isArchived FROM scenario`;

type StoredScenario = Omit<ScenarioRow, 'isArchived'> & { readonly isArchived: number };

const scenarioOf = (row: StoredScenario): ScenarioRow => ({
  ...row,
  isArchived: Number(row.isArchived) === 1,
});

/** The scenarios of a round: the submission first, then its bases and what-ifs as they were made. */
export async function readScenarios(
  manager: EntityManager,
  roundId: string,
): Promise<readonly ScenarioRow[]> {
  const rows: StoredScenario[] = await manager.query(
    `SELECT ${SCENARIO_COLUMNS} WHERE round_id = ? ORDER BY FIELD(kind, 'plan') DESC, created_at, id`,
    [roundId],
  );
  return rows.map(scenarioOf);
}

/** One scenario, or undefined. */
export async function readScenario(
  manager: EntityManager,
  scenarioId: string,
): Promise<ScenarioRow | undefined> {
  const rows: StoredScenario[] = await manager.query(`SELECT ${SCENARIO_COLUMNS} WHERE id = ?`, [scenarioId]);
  return rows.map(scenarioOf)[0];
}

const PLAN_COLUMNS = `id, round_id AS roundId, organisation_id AS organisationId, scenario_id AS scenarioId, state,
  version, updated_at AS updatedAt FROM system_plan`;

/** The plans of a round. */
export async function readPlans(manager: EntityManager, roundId: string): Promise<readonly PlanRow[]> {
  return manager.query(`SELECT ${PLAN_COLUMNS} WHERE round_id = ? ORDER BY id`, [roundId]);
}

/** One plan, or undefined. */
export async function readPlan(manager: EntityManager, planId: string): Promise<PlanRow | undefined> {
  const rows: PlanRow[] = await manager.query(`SELECT ${PLAN_COLUMNS} WHERE id = ?`, [planId]);
  return rows[0];
}

/** The ids of the organisations projected in a round. */
export async function readParticipants(
  manager: EntityManager,
  roundId: string,
): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    'SELECT organisation_id AS id FROM round_participant WHERE round_id = ?',
    [roundId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** What most of each participant's opening FTE rests on, by organisation id. */
export async function readBases(
  manager: EntityManager,
  roundId: string,
): Promise<ReadonlyMap<string, BaselineBasis>> {
  const rows: { id: string; basis: BaselineBasis }[] = await manager.query(
    `SELECT p.organisation_id AS id, c.basis
     FROM round_participant p JOIN baseline_cell c ON c.snapshot_id = p.baseline_snapshot_id
     WHERE p.round_id = ? GROUP BY p.organisation_id, c.basis ORDER BY SUM(c.fte)`,
    [roundId],
  );
  // Ascending, so that the basis with the most FTE is the one that stays.
  return new Map(rows.map(({ id, basis }) => [id, basis]));
}
