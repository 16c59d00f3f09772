import { readScenarioChain } from '#assumptions';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import type { UnitOfWork } from '#persistence';
import { canonicalJson, sha256Hex } from '#platform';
import type { EntityManager } from 'typeorm';
import { coveredOrganisations, describeCoverage, readBases } from '../read/coverage';
import { monthText } from '../series/calendar-month';
import { readSeries } from '../series/result.repository';
import { addNetted, sumResults } from './roll-up-sum';
import { summedNodes, type SummedNode } from './roll-up-tree';
import { findRollUp, insertRollUp, lockRollUps, showRollUp, type StoredRollUp } from './roll-up.repository';

/** Part of every sum's identity: a change of the method makes new sums. */
const METHOD = 'sum in organisation order, moves within a system netted by the smaller side/1';

/** What the sums of one scenario are made from, read at one moment. */
interface Material {
  readonly manager: EntityManager;
  readonly scenarioId: string;
  readonly tree: OrganisationTree;
  readonly participants: ReadonlySet<string>;
  /** Published run by organisation. */
  readonly runs: ReadonlyMap<string, string>;
  /** Sums made so far, by organisation: children come before their parents. */
  readonly sums: Map<string, StoredRollUp>;
}

/**
 * Sums what is published, from organisations to systems, regions and the nation. All sums of a scenario
 * change in one transaction, so that a reader never sees a nation that is not the sum of its regions.
 */
export class RollUpService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Brings the sums of a scenario up to what is published. Nodes whose members are unchanged keep their
   * rows, whoever asks and however often.
   *
   * @returns how many nodes show another sum than before
   */
  async rollUp(scenarioId: string): Promise<number> {
    return this.unitOfWork.run(async (manager) => {
      await lockRollUps(manager, scenarioId);
      const material = await readMaterial(manager, scenarioId);
      let changed = 0;
      for (const summed of summedNodes(material.tree, material.participants)) {
        const sum = await sumOf(material, summed);
        if (sum !== null) {
          material.sums.set(summed.node.id, sum);
        }
        const node = { scenarioId, organisationId: summed.node.id };
        changed += (await showRollUp(manager, node, sum?.id ?? null)) ? 1 : 0;
      }
      return changed;
    });
  }
}

async function readMaterial(manager: EntityManager, scenarioId: string): Promise<Material> {
  const { round } = await readScenarioChain(manager, scenarioId);
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  const participants: { id: string }[] = await manager.query(
    'SELECT organisation_id AS id FROM round_participant WHERE round_id = ?',
    [round.id],
  );
  const published: { organisationId: string; runId: string }[] = await manager.query(
    `SELECT organisation_id AS organisationId, published_run_id AS runId FROM projection_unit
      WHERE scenario_id = ? AND published_run_id IS NOT NULL`,
    [scenarioId],
  );
  return {
    manager,
    scenarioId,
    tree,
    participants: new Set(participants.map(({ id }) => id)),
    runs: new Map(published.map(({ organisationId, runId }) => [organisationId, runId])),
    sums: new Map(),
  };
}

/** The sum of a node, found or made; null while nothing under it is published. */
async function sumOf(material: Material, summed: SummedNode): Promise<StoredRollUp | null> {
  const { manager, scenarioId, runs } = material;
  const children = summed.children.flatMap((child) => childResult(material, child));
  if (children.length === 0) {
    return null;
  }
  const covered = coveredOrganisations(material.tree, summed.node, {
    participants: material.participants,
    published: new Set(runs.keys()),
  });
  const membersSha256 = sha256Hex(
    canonicalJson({ method: METHOD, children, expected: covered.expected.map(({ id }) => id) }),
  );
  const key = { scenarioId, organisationId: summed.node.id, membersSha256 };
  const known = await findRollUp(manager, key);
  if (known !== null) {
    return known;
  }
  const series = await readSeries(manager, children);
  const netsHere = summed.node.type === 'system' && children.length > 1;
  const sum = sumResults([...series.values()], netsHere ? 'net' : 'gross');
  const runIds = summed.units.flatMap(({ id }) => runs.get(id) ?? []);
  const remarks = {
    coverage: describeCoverage(covered, await readBases(manager, runIds)),
    firstMonth: monthText(sum.span.firstMonth),
    netted: addNetted([sum.netted, ...summed.children.map(({ id }) => material.sums.get(id)?.netted ?? {})]),
  };
  return insertRollUp(manager, key, { sum, remarks, runIds });
}

/** The id of what a child contributes: its published run, or its sum. */
function childResult(material: Material, child: OrganisationNode): readonly string[] {
  const id = material.runs.get(child.id) ?? material.sums.get(child.id)?.id;
  return id === undefined ? [] : [id];
}
