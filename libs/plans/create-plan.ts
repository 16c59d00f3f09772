import { OrganisationTree } from '#organisations';
import { insertRows, isDuplicateKey } from '#persistence';
import { ConflictError, InvalidInputError, newId, NotFoundError } from '#platform';
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
 *   InvalidInputError for an organisation that does not plan by itself; ConflictError for a second plan.
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
  await insertPlan(manager, { ...plan, id, roundId: round.id });
  return id;
}

async function insertPlan(
  manager: EntityManager,
  {
    id,
    roundId,
    organisationId,
    scenarioId,
    createdBy,
  }: NewPlan & { readonly id: string; readonly roundId: string },
): Promise<void> {
  const now = new Date();
  const columns = ['id', 'round_id', 'organisation_id', 'scenario_id', 'state', 'version', 'created_by'];
  const row = [id, roundId, organisationId, scenarioId, 'draft', 1, createdBy, now, now];
  try {
    await insertRows(manager, 'system_plan', [...columns, 'created_at', 'updated_at'], [row]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('The organisation already has a plan in this round.', { organisationId });
  }
}

const NOT_A_SYSTEM = {
  pointer: '/organisationId',
  rule: 'plans-by-itself',
  message: 'A plan belongs to a system, or to the nation.',
  fix: "Choose the organisation's system.",
};
