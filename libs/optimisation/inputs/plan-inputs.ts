import { readScenarioChain } from '#assumptions';
import type { ProjectionInput } from '#modules/projection';
import { OrganisationTree } from '#organisations';
import { NotFoundError } from '#platform';
import type { UnitInputs } from '#projections';
import type { EntityManager } from 'typeorm';

/** An organisation that is projected, and what it is projected from. */
export interface PlanInput {
  readonly organisationId: string;
  readonly input: ProjectionInput;
}

/**
 * The inputs of the organisations at or under a node that a scenario projects, in the order of their codes. The
 * caller's transaction makes them be of one moment.
 *
 * @throws NotFoundError for an unknown scenario or organisation, or where nothing at or under it is projected
 */
export async function readPlanInputs(
  manager: EntityManager,
  inputs: UnitInputs,
  { scenarioId, organisationId }: { readonly scenarioId: string; readonly organisationId: string },
): Promise<readonly PlanInput[]> {
  const { round } = await readScenarioChain(manager, scenarioId);
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  if (tree.node(organisationId) === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', { organisationId });
  }
  const under = new Set([organisationId, ...tree.descendantsOf(organisationId).map(({ id }) => id)]);
  const rows: { id: string }[] = await manager.query(
    `SELECT u.organisation_id AS id
       FROM projection_unit u
       JOIN round_participant p ON p.organisation_id = u.organisation_id AND p.round_id = ?
      WHERE u.scenario_id = ? AND p.baseline_snapshot_id IS NOT NULL`,
    [round.id, scenarioId],
  );
  const found: PlanInput[] = [];
  for (const { id } of rows.filter((row) => under.has(row.id))) {
    const { input } = await inputs.build(manager, { scenarioId, organisationId: id });
    found.push({ organisationId: id, input });
  }
  if (found.length === 0) {
    throw new NotFoundError('Nothing at or under the organisation is projected.', { organisationId });
  }
  return found.sort((left, right) => (left.input.organisation.code < right.input.organisation.code ? -1 : 1));
}
