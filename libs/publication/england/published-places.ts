import type { OrganisationNode, OrganisationTree } from '#organisations';
import type { PlanStanding } from '#plans';
import type { ObservationPlanStatus, OrganisationLevel } from '../observation';

/** A place that a release has rows of. */
export interface PublishedPlace {
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly organisationLevel: OrganisationLevel;
  readonly systemCode: string | null;
  readonly regionCode: string | null;
  readonly planStatus: ObservationPlanStatus;
  /** The runs that add up to its figures, in order of their organisations' codes. */
  readonly runIds: readonly string[];
}

const LEVELS: readonly OrganisationLevel[] = ['nation', 'region', 'system', 'organisation'];

/** The level of a node in a release: areas by their type, every employer as an organisation. */
export function levelOf({ type }: Pick<OrganisationNode, 'type'>): OrganisationLevel {
  return LEVELS.find((level) => level === type) ?? 'organisation';
}

/**
 * The places of a release in its order: England, regions, systems, organisations, each level by code. A place above
 * several plans has their status where all agree in it, and else is mixed.
 */
export function publishedPlaces(
  tree: OrganisationTree,
  plans: readonly PlanStanding[],
): readonly PublishedPlace[] {
  const places = new Map<
    string,
    { node: OrganisationNode; runs: Map<string, string>; statuses: Set<string> }
  >();
  for (const { status, runs } of plans) {
    for (const { organisation, runId } of runs) {
      const own = tree.node(organisation.id);
      for (const node of own === undefined ? [] : [own, ...tree.ancestorsOf(own.id)]) {
        const place = places.get(node.id) ?? { node, runs: new Map(), statuses: new Set() };
        place.runs.set(organisation.code, runId);
        place.statuses.add(status);
        places.set(node.id, place);
      }
    }
  }
  return [...places.values()]
    .map(({ node, runs, statuses }): PublishedPlace => {
      const [only = 'default', ...others] = [...statuses] as PlanStanding['status'][];
      return {
        ...namesOf(tree, node),
        planStatus: others.length === 0 ? only : 'mixed',
        runIds: [...runs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, runId]) => runId),
      };
    })
    .sort(inReleaseOrder);
}

function namesOf(
  tree: OrganisationTree,
  node: OrganisationNode,
): Omit<PublishedPlace, 'planStatus' | 'runIds'> {
  const line = [node, ...tree.ancestorsOf(node.id)];
  const codeAt = (type: string) => line.find((one) => one.type === type)?.code ?? null;
  return {
    organisationCode: node.code,
    organisationName: node.name,
    organisationLevel: levelOf(node),
    systemCode: codeAt('system'),
    regionCode: codeAt('region'),
  };
}

function inReleaseOrder(left: PublishedPlace, right: PublishedPlace): number {
  const level = (place: PublishedPlace) => LEVELS.indexOf(place.organisationLevel);
  return level(left) - level(right) || (left.organisationCode < right.organisationCode ? -1 : 1);
}
