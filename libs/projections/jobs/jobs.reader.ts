import { OrganisationTree, type OrganisationNode } from '#organisations';
import type { EntityManager } from 'typeorm';
import { readUnitLayers, type LayerState } from '../read/input-versions';
import type { UnitState } from '../read/unit-freshness';
import { readUnitStates } from '../read/unit-state.repository';
import { scenariosWithDueSums } from '../roll-up/due-roll-ups';
import type { Job, JobBacklog } from './job';
import { jobStateOf, runOnNewestInput } from './job-state';

interface ScenarioRow {
  readonly id: string;
  readonly name: string;
  readonly roundId: string;
  readonly roundName: string;
  readonly treeAsAt: string;
}

interface RunRow {
  readonly id: string;
  readonly attempts: number;
  readonly worker: string | null;
  readonly startedAt: Date | null;
}

/** The work on every unit of the current scenarios, by round, scenario and organisation. */
export async function readJobs(manager: EntityManager, visible: ReadonlySet<string>): Promise<Job[]> {
  const scenarios: ScenarioRow[] = await manager.query(
    `SELECT s.id, s.name, r.id AS roundId, r.name AS roundName, r.tree_as_at AS treeAsAt
       FROM scenario s JOIN planning_round r ON r.id = s.round_id
      WHERE s.is_current = 1 ORDER BY r.first_year DESC, r.name, s.name`,
  );
  const trees = new Map<string, OrganisationTree>();
  const jobs: Job[] = [];
  for (const scenario of scenarios) {
    const { treeAsAt } = scenario;
    const tree = trees.get(treeAsAt) ?? (await OrganisationTree.load(manager, treeAsAt));
    trees.set(treeAsAt, tree);
    jobs.push(
      ...(await jobsOfScenario(manager, scenario, tree)).filter(({ organisation }) =>
        visible.has(organisation.id),
      ),
    );
  }
  return jobs;
}

async function jobsOfScenario(
  manager: EntityManager,
  scenario: ScenarioRow,
  tree: OrganisationTree,
): Promise<Job[]> {
  const states = await readUnitStates(manager, scenario.id, tree);
  const trees = new Map([[tree.asAt, tree]]);
  const layers = await readUnitLayers(manager, scenario.id, { organisationIds: [...states.keys()], trees });
  const runs = await readRuns(manager, [...states.values()]);
  return tree.nodes.flatMap((node): Job[] => {
    const unit = states.get(node.id);
    if (unit === undefined) return [];
    return [toJob({ scenario, node, unit, runs, layers: layers.get(node.id) ?? [] })];
  });
}

interface JobMaterial {
  readonly scenario: ScenarioRow;
  readonly node: OrganisationNode;
  readonly unit: UnitState;
  readonly runs: ReadonlyMap<string, RunRow>;
  readonly layers: readonly LayerState[];
}

function toJob({ scenario, node, unit, runs, layers }: JobMaterial): Job {
  const { id, code, name, type } = node;
  const { state, reason } = jobStateOf(unit);
  const newest = runOnNewestInput(unit);
  return {
    round: { id: scenario.roundId, name: scenario.roundName },
    scenario: { id: scenario.id, name: scenario.name },
    organisation: { id, code, name, type },
    state,
    reason,
    ...runFields(newest, runs, state === 'running'),
    ...timesOf(unit, { runs, layers, isWaiting: state !== 'up-to-date' }),
  };
}

function runFields(
  newest: UnitState['newestRun'],
  runs: ReadonlyMap<string, RunRow>,
  isRunning: boolean,
): Pick<Job, 'runId' | 'attempts' | 'progress' | 'worker'> {
  if (newest === null) return { runId: null, attempts: 0, progress: null, worker: null };
  const { attempts = 0, worker = null } = runs.get(newest.id) ?? {};
  const running = isRunning ? { progress: newest.progress, worker } : { progress: null, worker: null };
  return { runId: newest.id, attempts, ...running };
}

interface Waiting extends Pick<JobMaterial, 'runs' | 'layers'> {
  readonly isWaiting: boolean;
}

function timesOf(
  { published }: UnitState,
  { runs, layers, isWaiting }: Waiting,
): Pick<Job, 'waitingSince' | 'publishedAt'> {
  const begun = published === null ? null : (runs.get(published.runId)?.startedAt ?? null);
  return {
    waitingSince: isWaiting ? firstChangeAfter(begun, layers) : null,
    publishedAt: published?.at ?? null,
  };
}

/** The earliest of the last changes of the layers that came after what is published was begun. */
function firstChangeAfter(begun: Date | null, layers: readonly LayerState[]): string | null {
  const later = layers
    .flatMap(({ changedAt }) => changedAt ?? [])
    .filter((changedAt) => begun === null || changedAt >= begun)
    .map((changedAt) => changedAt.toISOString());
  return later.sort()[0] ?? null;
}

async function readRuns(
  manager: EntityManager,
  units: readonly UnitState[],
): Promise<ReadonlyMap<string, RunRow>> {
  const ids = units.flatMap(({ newestRun, published }) =>
    [newestRun?.id, published?.runId].filter((id) => id !== undefined),
  );
  if (ids.length === 0) return new Map();
  const rows: RunRow[] = await manager.query(
    'SELECT id, attempts, worker, started_at AS startedAt FROM projection_run WHERE id IN (?)',
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** What waits besides the units. */
export async function readBacklog(manager: EntityManager): Promise<JobBacklog> {
  const [messages]: { waiting: number; oldest: Date | null }[] = await manager.query(
    'SELECT COUNT(*) AS waiting, MIN(created_at) AS oldest FROM outbox WHERE relayed_at IS NULL',
  );
  const [ranges]: { running: string | null; failed: string | null }[] = await manager.query(
    `SELECT SUM(g.state = 'running') AS running, SUM(g.state = 'failed') AS failed
       FROM projection_range_set g JOIN roll_up r ON r.id = g.roll_up_id AND r.is_current = 1`,
  );
  const sums = await scenariosWithDueSums(manager);
  return {
    messages: Number(messages?.waiting ?? 0),
    oldestMessageAt: messages?.oldest?.toISOString() ?? null,
    sums: sums.length,
    rangesRunning: Number(ranges?.running ?? 0),
    rangesFailed: Number(ranges?.failed ?? 0),
  };
}
