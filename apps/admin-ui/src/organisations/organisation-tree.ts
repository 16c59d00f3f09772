import type { OrganisationNode } from '../api/types';

const ROLL_UP_TYPES: ReadonlySet<string> = new Set(['nation', 'region', 'system']);

/** True for England, a region or a system: its figures are the sum of its organisations'. */
export function isRollUp(type: string): boolean {
  return ROLL_UP_TYPES.has(type);
}

type NodesById = ReadonlyMap<string, OrganisationNode>;

function byId(nodes: readonly OrganisationNode[]): NodesById {
  return new Map(nodes.map((node) => [node.id, node]));
}

function ancestorsIn(index: NodesById, id: string): OrganisationNode[] {
  const path: OrganisationNode[] = [];
  let node = index.get(id);
  while (node !== undefined && path.length <= index.size) {
    const parent: OrganisationNode | undefined =
      node.parentId === null ? undefined : index.get(node.parentId);
    if (parent !== undefined) path.unshift(parent);
    node = parent;
  }
  return path;
}

/** The nodes above one, England first; empty where the person sees none of them. */
export function ancestorsOf(nodes: readonly OrganisationNode[], id: string): OrganisationNode[] {
  return ancestorsIn(byId(nodes), id);
}

/** A titled part of the list of organisations to choose from. */
export interface OrganisationChoices {
  readonly label: string;
  readonly options: readonly OrganisationNode[];
}

const byName = (left: OrganisationNode, right: OrganisationNode) => left.name.localeCompare(right.name, 'en');

/**
 * What to offer from where one stands: England and the regions, all systems, and the organisations of the
 * system (or, in a region or England, those that belong to no system).
 */
export function organisationChoices(
  nodes: readonly OrganisationNode[],
  currentId: string,
): OrganisationChoices[] {
  const index = byId(nodes);
  const path = [...ancestorsIn(index, currentId), ...[index.get(currentId) ?? []].flat()];
  const home = path.findLast((node) => isRollUp(node.type));
  const isBelowHome = (node: OrganisationNode) =>
    ancestorsIn(index, node.id).findLast((ancestor) => isRollUp(ancestor.type))?.id === home?.id;
  const employers = nodes.filter((node) => !isRollUp(node.type) && isBelowHome(node));
  const ofType = (type: string) => nodes.filter((node) => node.type === type).sort(byName);
  return [
    { label: 'England and regions', options: [...ofType('nation'), ...ofType('region')] },
    { label: 'Systems', options: ofType('system') },
    {
      label: home === undefined ? 'Organisations' : `Organisations of ${home.name}`,
      options: employers.sort(byName),
    },
  ].filter((choices) => choices.options.length > 0);
}

const RANKS = ['nation', 'region', 'system'];

function rank(type: string): number {
  const place = RANKS.indexOf(type);
  return place < 0 ? RANKS.length : place;
}

/**
 * Where to start in a round besides its plans: England, the regions above the plans, and the organisations
 * where the person has a role; largest first.
 */
export function startingPoints(
  nodes: readonly OrganisationNode[],
  plannedIds: readonly string[],
  grantedIds: readonly string[],
): OrganisationNode[] {
  const index = byId(nodes);
  const above = plannedIds.flatMap((id) => ancestorsIn(index, id));
  const granted = nodes.filter(({ id }) => grantedIds.includes(id));
  const nation = nodes.filter(({ type }) => type === 'nation');
  const points = [...new Set([...nation, ...above, ...granted])];
  return points
    .filter(({ id }) => !plannedIds.includes(id))
    .sort((left, right) => rank(left.type) - rank(right.type) || byName(left, right));
}
