import { layersOfUnit, readScenarioChain } from '#assumptions';
import { OrganisationTree } from '#organisations';
import type { EntityManager } from 'typeorm';

/** Trees by date, so that the scenarios of one round share theirs. */
export type TreeCache = Map<string, OrganisationTree>;

interface UnitsQuestion {
  /** The units' organisations; one that is not in the round's tree is left out. */
  readonly organisationIds: readonly string[];
  readonly trees?: TreeCache;
}

/** A layer of inputs: how often it was changed, and when last. */
export interface LayerState {
  readonly version: number;
  /** Null for a layer that was last changed before this was noted. */
  readonly changedAt: Date | null;
}

/**
 * The input version of each of a scenario's units: the sum of the versions of the layers it reads, for all
 * units in three statements.
 */
export async function readInputVersions(
  manager: EntityManager,
  scenarioId: string,
  question: UnitsQuestion,
): Promise<ReadonlyMap<string, number>> {
  const layers = await readUnitLayers(manager, scenarioId, question);
  return new Map(
    [...layers].map(([id, states]) => [id, states.reduce((sum, { version }) => sum + version, 0)]),
  );
}

/** The layers that each of a scenario's units reads, as far as they were ever changed. */
export async function readUnitLayers(
  manager: EntityManager,
  scenarioId: string,
  { organisationIds, trees = new Map() }: UnitsQuestion,
): Promise<ReadonlyMap<string, readonly LayerState[]>> {
  const { round, scenarios } = await readScenarioChain(manager, scenarioId);
  const tree = trees.get(round.treeAsAt) ?? (await OrganisationTree.load(manager, round.treeAsAt));
  trees.set(round.treeAsAt, tree);
  const chain = scenarios.map(({ id }) => id);
  const states = await readLayerStates(manager, [...chain, round.id]);
  const entries = organisationIds
    .filter((id) => tree.node(id) !== undefined)
    .map((id) => {
      const ancestry = [id, ...tree.ancestorsOf(id).map((node) => node.id)];
      const layers = layersOfUnit(chain, ancestry, round.id);
      return [id, layers.flatMap(({ kind, scope }) => states.get(`${kind} ${scope}`) ?? [])] as const;
    });
  return new Map(entries);
}

/** Every layer of the given scenarios and rounds, and of the policy. */
async function readLayerStates(
  manager: EntityManager,
  scopeHeads: readonly string[],
): Promise<ReadonlyMap<string, LayerState>> {
  const rows: { kind: string; scope: string; version: number; changedAt: Date | null }[] =
    await manager.query(
      `SELECT kind, scope, version, changed_at AS changedAt FROM input_layer
        WHERE kind = 'policy' ${scopeHeads.map(() => "OR (kind IN ('assumptions', 'baseline') AND scope LIKE ?)").join(' ')}`,
      scopeHeads.map((head) => `${head}:%`),
    );
  return new Map(
    rows.map(({ kind, scope, version, changedAt }) => [
      `${kind} ${scope}`,
      { version: Number(version), changedAt },
    ]),
  );
}
