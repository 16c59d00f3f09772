import type { OrganisationTree } from '#organisations';
import type { EntityManager } from 'typeorm';
import { readCurrentScenariosOn } from './scenario-chain.repository';

/** One projected unit: an organisation under a scenario. */
export interface ProjectedUnit {
  readonly scenarioId: string;
  readonly organisationId: string;
}

/**
 * The projected units that an edit reaches: those at or below the node, under the edited scenario or a
 * current scenario built on it.
 */
export async function readAffectedUnits(
  manager: EntityManager,
  tree: OrganisationTree,
  scenarioId: string,
  organisationId: string,
): Promise<readonly ProjectedUnit[]> {
  const scenarioIds = await readCurrentScenariosOn(manager, scenarioId);
  if (scenarioIds.length === 0) return [];
  const organisationIds = [organisationId, ...tree.descendantsOf(organisationId).map(({ id }) => id)];
  return manager.query(
    `SELECT scenario_id AS scenarioId, organisation_id AS organisationId FROM projection_unit
     WHERE scenario_id IN (?) AND organisation_id IN (?) ORDER BY scenario_id, organisation_id`,
    [scenarioIds, organisationIds],
  );
}
