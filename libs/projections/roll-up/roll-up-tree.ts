import type { OrganisationNode, OrganisationTree } from '#organisations';

/** A node whose figures are the sum of what lies under it, with its parts in organisation order. */
export interface SummedNode {
  readonly node: OrganisationNode;
  /** Direct children that are projected themselves or have something projected under them. */
  readonly children: readonly OrganisationNode[];
  /** Every organisation projected under the node, in organisation order. */
  readonly units: readonly OrganisationNode[];
}

/**
 * The nodes above the units of a round, each after those under it: systems, then regions, then the nation.
 * A node that is projected itself is a unit, not a sum, and what lies under it is part of it already.
 *
 * @param unitIds organisations that take part in the round
 */
export function summedNodes(tree: OrganisationTree, unitIds: ReadonlySet<string>): readonly SummedNode[] {
  const above = new Map<string, OrganisationNode[]>();
  for (const unit of tree.nodes.filter(({ id }) => unitIds.has(id))) {
    const ancestors = tree.ancestorsOf(unit.id);
    if (ancestors.some(({ id }) => unitIds.has(id))) {
      continue;
    }
    for (const ancestor of ancestors) {
      above.set(ancestor.id, [...(above.get(ancestor.id) ?? []), unit]);
    }
  }
  const nodes = tree.nodes.filter(({ id }) => above.has(id));
  const depth = (node: OrganisationNode): number => tree.ancestorsOf(node.id).length;
  return nodes
    .sort((a, b) => depth(b) - depth(a))
    .map((node) => ({
      node,
      units: above.get(node.id) ?? [],
      children: tree.childrenOf(node.id).filter(({ id }) => unitIds.has(id) || above.has(id)),
    }));
}
