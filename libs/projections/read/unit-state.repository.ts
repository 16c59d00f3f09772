import { readScenarioChain } from '#assumptions';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { readInputVersions } from './input-versions';
import type { UnitState } from './unit-freshness';

/** The round that a scenario belongs to, with its tree. */
export interface ScenarioPlace {
  readonly scenario: { readonly id: string; readonly name: string };
  readonly round: { readonly id: string; readonly firstYear: number; readonly years: number };
  readonly tree: OrganisationTree;
}

/** @throws NotFoundError for an unknown scenario */
export async function readScenarioPlace(manager: EntityManager, scenarioId: string): Promise<ScenarioPlace> {
  const { round, scenarios } = await readScenarioChain(manager, scenarioId);
  const { id, name } = scenarios[0];
  return { scenario: { id, name }, round, tree: await OrganisationTree.load(manager, round.treeAsAt) };
}

/** @throws NotFoundError for an organisation outside the round's tree */
export function nodeOf({ tree }: ScenarioPlace, organisationId: string): OrganisationNode {
  const node = tree.node(organisationId);
  if (node === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', { organisationId });
  }
  return node;
}

interface UnitRow {
  readonly organisationId: string;
  readonly publishedVersion: number;
  readonly publishedRunId: string | null;
  readonly publishedAt: Date | null;
  readonly quarantinedVersion: number | null;
  readonly quarantineReason: string | null;
  readonly runId: string | null;
  readonly runState: string | null;
  readonly runVersion: number | null;
  readonly progress: string | null;
  readonly error: string | null;
  readonly isSummed: number;
  readonly hasBaseline: number;
}

/**
 * What is known of every unit of a scenario: what is published, its newest run, and its input version.
 *
 * @param tree the organisations as at the date of the round
 * @returns by organisation
 */
export async function readUnitStates(
  manager: EntityManager,
  scenarioId: string,
  tree: OrganisationTree,
): Promise<ReadonlyMap<string, UnitState>> {
  const rows: UnitRow[] = await manager.query(UNITS_SQL, [scenarioId]);
  const organisationIds = rows.map(({ organisationId }) => organisationId);
  const versions = await readInputVersions(manager, scenarioId, {
    organisationIds,
    trees: new Map([[tree.asAt, tree]]),
  });
  return new Map(
    rows.map((row) => [row.organisationId, stateOf(row, versions.get(row.organisationId) ?? 0)]),
  );
}

/** The newest run is the one of the highest input version; ids are in order of time. */
const UNITS_SQL = `
  SELECT u.organisation_id AS organisationId, u.published_version AS publishedVersion,
         u.published_run_id AS publishedRunId, u.published_at AS publishedAt,
         u.quarantined_version AS quarantinedVersion, u.quarantine_reason AS quarantineReason,
         r.id AS runId, r.state AS runState, r.input_version AS runVersion, r.progress, r.error,
         EXISTS (SELECT 1 FROM roll_up_member m JOIN roll_up sum ON sum.id = m.roll_up_id
                  WHERE m.run_id = u.published_run_id AND sum.is_current = 1) AS isSummed,
         EXISTS (SELECT 1 FROM scenario s JOIN round_participant p ON p.round_id = s.round_id
                  WHERE s.id = u.scenario_id AND p.organisation_id = u.organisation_id
                    AND p.baseline_snapshot_id IS NOT NULL) AS hasBaseline
    FROM projection_unit u
    LEFT JOIN projection_run r ON r.id = (
      SELECT newest.id FROM projection_run newest
       WHERE newest.scenario_id = u.scenario_id AND newest.organisation_id = u.organisation_id
       ORDER BY newest.input_version DESC, newest.id DESC LIMIT 1)
   WHERE u.scenario_id = ?`;

function stateOf(row: UnitRow, inputVersion: number): UnitState {
  return {
    inputVersion,
    hasBaseline: Number(row.hasBaseline) === 1,
    published:
      row.publishedRunId === null || row.publishedAt === null
        ? null
        : {
            runId: row.publishedRunId,
            version: Number(row.publishedVersion),
            at: row.publishedAt.toISOString(),
            isSummed: Number(row.isSummed) === 1,
          },
    quarantine:
      row.quarantinedVersion === null
        ? null
        : { version: Number(row.quarantinedVersion), reason: row.quarantineReason ?? '' },
    newestRun:
      row.runId === null
        ? null
        : {
            id: row.runId,
            state: row.runState ?? '',
            version: Number(row.runVersion),
            progress: Number(row.progress),
            error: row.error,
          },
  };
}
