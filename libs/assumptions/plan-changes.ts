import type { EntityManager } from 'typeorm';
import { readPlanChanges, type PlanChange } from './plan-changes.repository';
import type { UnitContext } from './unit-context';

/** Which changes are asked for. */
export interface ChangesQuestion {
  readonly scenarioId: string;
  readonly organisationId: string;
  /** Only changes before this place; left out for the newest. */
  readonly before?: number | null;
  readonly limit: number;
}

/** Some of the changes of a scenario, newest first. */
export interface PlanChanges {
  readonly scenario: { readonly id: string; readonly name: string };
  readonly organisation: { readonly id: string; readonly code: string; readonly name: string };
  readonly changes: readonly PlanChange[];
  /** The place before which the next ones lie; null where these are the last. */
  readonly next: number | null;
}

/** The changes at the unit's organisation and at those below it. */
export async function readChangesOfUnit(
  manager: EntityManager,
  { chain, ancestry: [node], tree }: UnitContext,
  { before, limit }: { readonly before: number | null; readonly limit: number },
): Promise<PlanChanges> {
  const nodes = [node, ...tree.descendantsOf(node.id)].map(({ id, code, name }) => ({ id, code, name }));
  const [scenario] = chain.scenarios;
  const organisationIds = nodes.map(({ id }) => id);
  const filter = { scenarioId: scenario.id, organisationIds, before, limit: limit + 1 };
  const found = await readPlanChanges(manager, filter, new Map(nodes.map((each) => [each.id, each])));
  const changes = found.slice(0, limit);
  const next = found.length > limit ? (changes.at(-1)?.seq ?? null) : null;
  const { id, code, name } = node;
  return {
    scenario: { id: scenario.id, name: scenario.name },
    organisation: { id, code, name },
    changes,
    next,
  };
}
