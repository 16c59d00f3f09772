import type { EntityManager } from 'typeorm';
import type { ProjectionStatus } from './freshness';
import { sumFreshness, unitFreshness } from './unit-freshness';
import { nodeOf, readScenarioPlace, readUnitStates } from './unit-state.repository';

/**
 * How fresh a node and every unit at or under it are.
 *
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
 */
export async function readStatus(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<ProjectionStatus> {
  const place = await readScenarioPlace(manager, scenarioId);
  const node = nodeOf(place, organisationId);
  const states = await readUnitStates(manager, scenarioId, place.tree);
  const members = [node, ...place.tree.descendantsOf(node.id)].flatMap((member) => {
    const state = states.get(member.id);
    return state === undefined ? [] : [{ member, state }];
  });
  const own = states.get(node.id);
  return {
    freshness: own === undefined ? sumFreshness(members.map(({ state }) => state)) : unitFreshness(own),
    units: members.map(({ member: { id, code, name }, state }) => ({
      organisation: { id, code, name },
      freshness: unitFreshness(state),
      quarantineReason: state.quarantine?.version === state.inputVersion ? state.quarantine.reason : null,
    })),
  };
}
