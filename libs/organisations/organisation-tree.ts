import type { EntityManager } from 'typeorm';
import { AREA_TYPES, isEmployer, type OrganisationType } from './organisation-type';

/** One organisation as it was called, and where it belonged, on the date of the tree. */
export interface OrganisationNode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: OrganisationType;
  /** Benchmark group of an employer; `area` for nation, regions and systems. */
  readonly sector: string;
  /** Null for the nation, and for an organisation that belonged nowhere on that date. */
  readonly parentId: string | null;
}

interface NodeRow extends Omit<OrganisationNode, 'parentId'> {
  readonly systemId: string | null;
  readonly regionId: string | null;
  readonly nationId: string | null;
  readonly unitOfId: string | null;
}

const PARENT_RELATIONS = ['system', 'region', 'nation', 'unit'] as const;

/** Organisations as at one date: nation, regions, systems, employers and their units. */
export class OrganisationTree {
  private readonly byId: ReadonlyMap<string, OrganisationNode>;
  private readonly children: ReadonlyMap<string, readonly OrganisationNode[]>;

  /**
   * @param asAt the date, `YYYY-MM-DD`
   * @param nodes in order of code, then type; children and descendants keep this order
   */
  constructor(
    readonly asAt: string,
    readonly nodes: readonly OrganisationNode[],
  ) {
    this.byId = new Map(nodes.map((node) => [node.id, node]));
    this.children = groupByParent(nodes);
  }

  /** The tree as at a date (`YYYY-MM-DD`); organisations that had not opened or had closed are not in it. */
  static async load(manager: EntityManager, asAt: string): Promise<OrganisationTree> {
    const parents = PARENT_RELATIONS.map(
      (relation) =>
        `LEFT JOIN organisation_membership m_${relation} ON m_${relation}.organisation_id = p.organisation_id
         AND m_${relation}.relation = '${relation}' AND m_${relation}.valid_from <= ?
         AND (m_${relation}.valid_to IS NULL OR m_${relation}.valid_to > ?)`,
    ).join('\n');
    const rows = await manager.query<NodeRow[]>(
      `SELECT p.organisation_id AS id, p.ods_code AS code, p.name, p.type, p.sector, m_system.parent_id AS systemId,
         m_region.parent_id AS regionId, m_nation.parent_id AS nationId, m_unit.parent_id AS unitOfId
       FROM organisation_period p ${parents}
       WHERE p.valid_from <= ? AND (p.valid_to IS NULL OR p.valid_to > ?)
       ORDER BY p.ods_code, p.type`,
      Array<string>(2 * PARENT_RELATIONS.length + 2).fill(asAt),
    );
    const present = new Set(rows.map(({ id }) => id));
    return new OrganisationTree(
      asAt,
      rows.map((row) => toNode(row, present)),
    );
  }

  node(id: string): OrganisationNode | undefined {
    return this.byId.get(id);
  }

  /**
   * The organisation with a code. A system and its board as an employer share one: without a type the
   * area is meant.
   */
  byCode(code: string, type?: OrganisationType): OrganisationNode | undefined {
    const found = this.nodes.filter(
      (node) => node.code === code && (type === undefined || node.type === type),
    );
    return found.find((node) => AREA_TYPES.includes(node.type)) ?? found[0];
  }

  /** The organisations directly under one. */
  childrenOf(id: string): readonly OrganisationNode[] {
    return this.children.get(id) ?? [];
  }

  /** The organisations above one, nearest first; empty for the nation and for one that is not in the tree. */
  ancestorsOf(id: string): readonly OrganisationNode[] {
    const ancestors: OrganisationNode[] = [];
    let node = this.parentOf(id);
    while (node !== undefined && !ancestors.includes(node)) {
      ancestors.push(node);
      node = this.parentOf(node.id);
    }
    return ancestors;
  }

  /** All organisations below one, each before those below it. */
  descendantsOf(id: string): readonly OrganisationNode[] {
    return this.childrenOf(id).flatMap((child) => [child, ...this.descendantsOf(child.id)]);
  }

  /** The employers at or below an organisation, in order of code: those whose staff its totals add up. */
  employersUnder(id: string): readonly OrganisationNode[] {
    const own = this.node(id);
    const all = own === undefined ? [] : [own, ...this.descendantsOf(id)];
    return all.filter(({ type }) => isEmployer(type)).sort((a, b) => (a.code < b.code ? -1 : 1));
  }

  private parentOf(id: string): OrganisationNode | undefined {
    const parentId = this.byId.get(id)?.parentId ?? null;
    return parentId === null ? undefined : this.byId.get(parentId);
  }
}

/** An organisation hangs under its nearest level that exists on the date. */
function toNode(row: NodeRow, present: ReadonlySet<string>): OrganisationNode {
  const { systemId, regionId, nationId, unitOfId, ...own } = row;
  const parentId = [unitOfId, systemId, regionId, nationId].find((id) => id !== null && present.has(id));
  return { ...own, parentId: parentId ?? null };
}

function groupByParent(nodes: readonly OrganisationNode[]): Map<string, OrganisationNode[]> {
  const children = new Map<string, OrganisationNode[]>();
  for (const node of nodes) {
    if (node.parentId === null) continue;
    const siblings = children.get(node.parentId);
    if (siblings === undefined) children.set(node.parentId, [node]);
    else siblings.push(node);
  }
  return children;
}
