import { OrganisationTree } from '#organisations';
import { insertRows } from '#persistence';
import { InvalidInputError, newId, NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { readRound, readScenario } from './plan-rows.repository';

/** A plan to begin. */
export interface NewPlan {
  /** The system that plans; in a national round the nation itself. */
  readonly organisationId: string;
  readonly scenarioId: string;
  readonly createdBy: string | null;
}

const PLANNING_TYPES: readonly string[] = ['system', 'nation'];

/**
 * Begins a system's plan, in state draft, on a scenario of its round; in the caller's transaction.
 *
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree;
 *   InvalidInputError for an organisation that does not plan by itself.
 */
export async function createPlan(manager: EntityManager, plan: NewPlan): Promise<string> {
  const scenario = await readScenario(manager, plan.scenarioId);
  const round = scenario === undefined ? undefined : await readRound(manager, scenario.roundId);
  if (round === undefined)
    throw new NotFoundError('There is no such scenario.', { scenarioId: plan.scenarioId });
  const node = (await OrganisationTree.load(manager, round.treeAsAt)).node(plan.organisationId);
  if (node === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', {
      organisationId: plan.organisationId,
    });
  }
  if (!PLANNING_TYPES.includes(node.type)) throw new InvalidInputError([NOT_A_SYSTEM]);
  const id = newId();
  const now = new Date();
  await insertRows(
    manager,
    'system_plan',
    [
      'id',
      'round_id',
      'organisation_id',
      'scenario_id',
      'state',
      'version',
      'created_by',
      'created_at',
      'updated_at',
    ],
    [[id, round.id, node.id, plan.scenarioId, 'draft', 1, plan.createdBy, now, now]],
  );
  return id;
}

const NOT_A_SYSTEM = {
  pointer: '/organisationId',
  rule: 'plans-by-itself',
  message: 'A plan belongs to a system, or to the nation.',
  fix: "Choose the organisation's system.",
};
