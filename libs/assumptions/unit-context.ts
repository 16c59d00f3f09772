import { StaffGroupLineage, type CascadeRow } from '#modules/cascade';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { readAssumptionRows, type AssumptionRow, type StoredOperation } from './assumption-row.repository';
import { readScenarioChain, type ScenarioChain } from './scenario-chain.repository';
import { readStaffGroups, type StaffGroupNode } from './staff-group.repository';

/** Everything that decides which assumptions reach an organisation node under a scenario. */
export interface UnitContext {
  readonly chain: ScenarioChain;
  /** The node itself, then its parent, up to the nation. */
  readonly ancestry: readonly [OrganisationNode, ...OrganisationNode[]];
  readonly tree: OrganisationTree;
  readonly staffGroups: readonly StaffGroupNode[];
  readonly lineage: StaffGroupLineage;
}

/** @throws NotFoundError where the scenario, or the organisation in the round's tree, does not exist. */
export async function loadUnitContext(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<UnitContext> {
  const chain = await readScenarioChain(manager, scenarioId);
  const tree = await OrganisationTree.load(manager, chain.round.treeAsAt);
  const staffGroups = await readStaffGroups(manager);
  const node = tree.node(organisationId);
  if (node === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', { organisationId });
  }
  return {
    chain,
    ancestry: [node, ...tree.ancestorsOf(organisationId)],
    tree,
    staffGroups,
    lineage: new StaffGroupLineage(staffGroups),
  };
}

/** A stored row that acts: neither reset nor without a value. */
export type ActingRow = AssumptionRow & {
  readonly operation: Exclude<StoredOperation, 'reset'>;
  readonly value: number;
};

/** Whether a row still acts on what resolves. */
export function isActing(row: AssumptionRow): row is ActingRow {
  return row.operation !== 'reset' && row.value !== null;
}

/** The rows at any scenario of the chain and any node of the ancestry, for one parameter or all of them. */
export function readUnitRows(
  manager: EntityManager,
  { chain, ancestry }: UnitContext,
  parameter?: string,
): Promise<readonly AssumptionRow[]> {
  return readAssumptionRows(manager, {
    scenarioIds: chain.scenarios.map(({ id }) => id),
    organisationIds: ancestry.map(({ id }) => id),
    ...(parameter === undefined ? {} : { parameter }),
  });
}

/** Places stored rows by how far their scenario and organisation lie from the unit asked about. */
export function cascadeRowsOf(
  { chain, ancestry }: UnitContext,
  rows: readonly AssumptionRow[],
): readonly CascadeRow<AssumptionRow>[] {
  const scenarioDepths = new Map(chain.scenarios.map(({ id }, depth) => [id, depth]));
  const organisationDepths = new Map(ancestry.map(({ id }, depth) => [id, depth]));
  return rows.filter(isActing).map((row) => ({
    scenarioDepth: scenarioDepths.get(row.scenarioId) ?? 0,
    organisationDepth: organisationDepths.get(row.organisationId) ?? 0,
    staffGroup: row.staffGroup,
    firstYear: row.firstYear,
    operation: row.operation,
    value: row.value,
    low: row.low,
    high: row.high,
    meta: row,
  }));
}

/** Whether the round projects the node itself: people, posts and registers are entered where they are projected. */
export async function isProjectedNode(
  manager: EntityManager,
  { chain, ancestry }: UnitContext,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT 1 FROM round_participant WHERE round_id = ? AND organisation_id = ?',
    [chain.round.id, ancestry[0].id],
  );
  return rows.length > 0;
}
