import { layersOfUnit, readScenarioChain } from '#assumptions';
import { OrganisationTree } from '#organisations';
import type { EntityManager } from 'typeorm';

/** Trees by date, so that the scenarios of one round share theirs. */
export type TreeCache = Map<string, OrganisationTree>;

/**
 * The input version of each of a scenario's units: the sum of the versions of the layers it reads, for all
 * units in three statements.
 *
 * @param organisationIds the units' organisations; one that is not in the round's tree is left out
 */
export async function readInputVersions(
  manager: EntityManager,
  scenarioId: string,
  {
    organisationIds,
    trees = new Map(),
  }: { readonly organisationIds: readonly string[]; readonly trees?: TreeCache },
): Promise<ReadonlyMap<string, number>> {
  const { round, scenarios } = await readScenarioChain(manager, scenarioId);
  const tree = trees.get(round.treeAsAt) ?? (await OrganisationTree.load(manager, round.treeAsAt));
  trees.set(round.treeAsAt, tree);
  const chain = scenarios.map(({ id }) => id);
  const versions = await readLayerVersions(manager, [...chain, round.id]);
  const entries = organisationIds
    .filter((id) => tree.node(id) !== undefined)
    .map((id) => {
      const ancestry = [id, ...tree.ancestorsOf(id).map((node) => node.id)];
      const layers = layersOfUnit(chain, ancestry, round.id);
      const version = layers.reduce(
        (sum, { kind, scope }) => sum + (versions.get(`${kind} ${scope}`) ?? 0),
        0,
      );
      return [id, version] as const;
    });
  return new Map(entries);
}

/** Versions of every layer of the given scenarios and rounds, and of the policy. */
async function readLayerVersions(
  manager: EntityManager,
  scopeHeads: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows: { kind: string; scope: string; version: number }[] = await manager.query(
    `SELECT kind, scope, version FROM input_layer
      WHERE kind = 'policy' ${scopeHeads.map(() => "OR (kind IN ('assumptions', 'baseline') AND scope LIKE ?)").join(' ')}`,
    scopeHeads.map((head) => `${head}:%`),
  );
  return new Map(rows.map(({ kind, scope, version }) => [`${kind} ${scope}`, Number(version)]));
}
