import { readScenarioChain } from '#assumptions';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import type { UnitOfWork } from '#persistence';
import type { QueuedJob } from '#queue';
import type { EntityManager } from 'typeorm';
import { summedNodes } from '../roll-up/roll-up-tree';
import type { RangeSetKey } from './range-set.repository';

/** A planner who is still typing makes a new sum every moment: ranges wait until it has stood this long. */
export const SETTLED_SECONDS = 2;

/** A current sum whose ranges can be drawn now. */
export interface DueRange {
  readonly rollUpId: string;
  readonly scenarioId: string;
  /** Runs of the organisations directly under the node, in organisation order. */
  readonly units: readonly { readonly organisationId: string; readonly runId: string }[];
  /** Sets of the sums directly under the node, whose draws are there already. */
  readonly rangeSets: readonly string[];
  readonly organisationId: string;
}

type Identity = Omit<RangeSetKey, 'rollUpId'>;

/** Finds current sums that have no ranges yet and whose parts are all there, each after those under it. */
export class DueRanges {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly identity: Identity,
  ) {}

  async find(): Promise<readonly QueuedJob[]> {
    if (this.identity.draws === 0) return [];
    const due = await this.unitOfWork.run(async (manager) => {
      const rows: { scenarioId: string }[] = await manager.query(
        `SELECT DISTINCT r.scenario_id AS scenarioId
           FROM roll_up r JOIN scenario s ON s.id = r.scenario_id AND s.is_current = 1
          WHERE r.is_current = 1`,
      );
      const found: DueRange[] = [];
      for (const { scenarioId } of rows) found.push(...(await this.ofScenario(manager, scenarioId)));
      return found;
    });
    return due.map(jobOf);
  }

  /** What is due among the sums of one scenario. */
  async findIn(scenarioId: string): Promise<readonly QueuedJob[]> {
    if (this.identity.draws === 0) return [];
    return (await this.unitOfWork.run((manager) => this.ofScenario(manager, scenarioId))).map(jobOf);
  }

  /** What the ranges of a sum are drawn from; null where it is not due (any more). */
  async parts(rollUpId: string): Promise<DueRange | null> {
    return this.unitOfWork.run(async (manager) => {
      const [row]: { scenarioId: string }[] = await manager.query(
        'SELECT scenario_id AS scenarioId FROM roll_up WHERE id = ? AND is_current = 1',
        [rollUpId],
      );
      if (row === undefined) return null;
      const due = await this.ofScenario(manager, row.scenarioId);
      return due.find((each) => each.rollUpId === rollUpId) ?? null;
    });
  }

  private async ofScenario(manager: EntityManager, scenarioId: string): Promise<readonly DueRange[]> {
    const { round } = await readScenarioChain(manager, scenarioId);
    const tree = await OrganisationTree.load(manager, round.treeAsAt);
    const [runs, sums] = [
      await readRuns(manager, scenarioId, this.identity.engineVersion),
      await readSums(manager, scenarioId, this.identity),
    ];
    const participants = await readParticipants(manager, round.id);
    return summedNodes(tree, participants).flatMap(({ node, children }) => {
      const sum = sums.get(node.id);
      if (sum === undefined || sum.setState !== null || !sum.isSettled) return [];
      return partsOf(node, children, { runs, sums }).map((parts) => ({
        ...parts,
        rollUpId: sum.rollUpId,
        scenarioId,
      }));
    });
  }
}

function jobOf({ rollUpId }: DueRange): QueuedJob {
  return { name: 'draw-ranges', payload: { rollUpId } };
}

interface SumState {
  readonly rollUpId: string;
  readonly isSettled: boolean;
  readonly setId: string | null;
  /** Null where the ranges are due; `held` where somebody draws them now. */
  readonly setState: 'done' | 'held' | 'failed' | null;
}

interface Known {
  readonly runs: ReadonlyMap<string, RunState>;
  readonly sums: ReadonlyMap<string, SumState>;
}

/** Nothing where a part is missing: ranges of a part of the whole would read as those of the whole. */
function partsOf(
  node: OrganisationNode,
  children: readonly OrganisationNode[],
  { runs, sums }: Known,
): readonly Omit<DueRange, 'rollUpId' | 'scenarioId'>[] {
  const units: DueRange['units'][number][] = [];
  const rangeSets: string[] = [];
  for (const { id } of children) {
    const run = runs.get(id);
    const below = sums.get(id);
    if (run?.isOfEngine === false) return [];
    if (run !== undefined) units.push({ organisationId: id, runId: run.runId });
    else if (below?.setState === 'done' && below.setId !== null) rangeSets.push(below.setId);
    else if (below !== undefined) return [];
  }
  if (units.length === 0 && rangeSets.length === 0) return [];
  return [{ organisationId: node.id, units, rangeSets }];
}

async function readParticipants(manager: EntityManager, roundId: string): Promise<ReadonlySet<string>> {
  const rows: { id: string }[] = await manager.query(
    'SELECT organisation_id AS id FROM round_participant WHERE round_id = ?',
    [roundId],
  );
  return new Set(rows.map(({ id }) => id));
}

interface RunState {
  readonly runId: string;
  /** False for a run of an older engine, which will be made again. */
  readonly isOfEngine: boolean;
}

/** Published runs by organisation. */
async function readRuns(
  manager: EntityManager,
  scenarioId: string,
  engineVersion: string,
): Promise<ReadonlyMap<string, RunState>> {
  const rows: { organisationId: string; runId: string; isOfEngine: number }[] = await manager.query(
    `SELECT u.organisation_id AS organisationId, r.id AS runId, r.engine_version = ? AS isOfEngine
       FROM projection_unit u JOIN projection_run r ON r.id = u.published_run_id
      WHERE u.scenario_id = ?`,
    [engineVersion, scenarioId],
  );
  return new Map(
    rows.map(({ organisationId, runId, isOfEngine }) => [
      organisationId,
      { runId, isOfEngine: Number(isOfEngine) === 1 },
    ]),
  );
}

async function readSums(
  manager: EntityManager,
  scenarioId: string,
  { engineVersion, seed, draws }: Identity,
): Promise<ReadonlyMap<string, SumState>> {
  const rows: (Omit<SumState, 'isSettled'> & {
    readonly organisationId: string;
    readonly isSettled: number;
  })[] = await manager.query(
    `SELECT r.organisation_id AS organisationId, r.id AS rollUpId, s.id AS setId,
            r.created_at <= UTC_TIMESTAMP(6) - INTERVAL ${SETTLED_SECONDS} SECOND AS isSettled,
            CASE WHEN s.state IN ('done', 'failed') THEN s.state
                 WHEN s.state = 'running' AND s.lease_until > UTC_TIMESTAMP(6) THEN 'held' END AS setState
       FROM roll_up r
       LEFT JOIN projection_range_set s
         ON s.roll_up_id = r.id AND s.engine_version = ? AND s.seed = ? AND s.draws = ?
      WHERE r.scenario_id = ? AND r.is_current = 1`,
    [engineVersion, seed, draws, scenarioId],
  );
  return new Map(
    rows.map(({ organisationId, isSettled, ...sum }) => [
      organisationId,
      { ...sum, isSettled: Number(isSettled) === 1 },
    ]),
  );
}
