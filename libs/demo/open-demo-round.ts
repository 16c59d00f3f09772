import { baselineScope, bumpLayer, calibrateScenario } from '#assumptions';
import { createBaselineSnapshot } from '#baselines';
import { ENGLAND_CODE, OrganisationTree, type OrganisationNode } from '#organisations';
import { beginReturn, createPlan, insertScenario, openRound, openUnits, setMilestones } from '#plans';
import { newId, NotFoundError } from '#platform';
import { SchedulesService } from '#queue';
import type { DataSource, EntityManager } from 'typeorm';
import { CALIBRATED_DEFAULTS, PLAN_SUBMISSION, type DemoRound } from './demo-rounds';

/** What opening a round wrote. */
export interface OpenedRound {
  readonly name: string;
  readonly organisations: number;
  readonly assumptions: number;
  /** Organisations of the round's systems without published figures at the baseline month. */
  readonly withoutBaseline: readonly string[];
}

interface FrozenOrganisation {
  readonly organisationId: string;
  readonly snapshotId: string;
}

/**
 * Opens a demo round with its baselines, scenarios, units, plans and nightly schedule, in the caller's
 * transaction, so that its row says that all of it is there. The units' projections are requested.
 *
 * @returns null where a round of this name is there already.
 */
export async function openDemoRound(
  manager: EntityManager,
  dataSource: DataSource,
  round: DemoRound,
): Promise<OpenedRound | null> {
  const same: unknown[] = await manager.query('SELECT 1 FROM planning_round WHERE name = ?', [round.name]);
  if (same.length > 0) return null;
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  const { frozen, withoutBaseline } = await freezeBaselines(
    manager,
    projectedIn(tree, round),
    round.baselineAsAt,
  );
  const roundId = await openRound(manager, {
    name: round.name,
    firstYear: round.firstYear,
    years: round.years,
    treeAsAt: round.treeAsAt,
    participants: frozen.map(({ organisationId, snapshotId }) => ({
      organisationId,
      baselineSnapshotId: snapshotId,
    })),
  });
  for (const { organisationId } of frozen) {
    await bumpLayer(manager, 'baseline', baselineScope(roundId, organisationId));
  }
  const calibratedId = await addScenario(manager, roundId, 'calibration', null);
  const assumptions = await calibrateScenario(manager, {
    scenarioId: calibratedId,
    organisations: frozen,
    nationId: nationOf(tree).id,
    firstYear: round.firstYear,
    years: round.years,
    window: { upTo: round.baselineAsAt, months: round.historyMonths },
    peers: round.peers,
  });
  const planScenarioId = await addScenario(manager, roundId, 'plan', calibratedId);
  await openUnits(manager, planScenarioId, roundId);
  for (const { id } of plannersIn(tree, round)) {
    await createPlan(manager, { organisationId: id, scenarioId: planScenarioId, createdBy: null });
  }
  await openSignOff(manager, round, roundId, frozen);
  await addSchedule(manager, dataSource, round, roundId);
  return { name: round.name, organisations: frozen.length, assumptions, withoutBaseline };
}

function nationOf(tree: OrganisationTree): OrganisationNode {
  return found(tree, ENGLAND_CODE, 'nation');
}

/** The organisations that make a plan: the systems, or the nation. */
function plannersIn(tree: OrganisationTree, { scope }: DemoRound): readonly OrganisationNode[] {
  return scope.kind === 'nation'
    ? [nationOf(tree)]
    : scope.systems.map((code) => found(tree, code, 'system'));
}

/** The organisations that are projected: the systems' employers, or the nation itself. */
function projectedIn(tree: OrganisationTree, round: DemoRound): readonly OrganisationNode[] {
  const planners = plannersIn(tree, round);
  return round.scope.kind === 'nation' ? planners : planners.flatMap(({ id }) => tree.employersUnder(id));
}

function found(tree: OrganisationTree, code: string, type: OrganisationNode['type']): OrganisationNode {
  const node = tree.byCode(code, type);
  if (node === undefined) throw new NotFoundError(`The reference has no ${type} ${code} at ${tree.asAt}.`);
  return node;
}

/** An organisation for which nothing is published takes no part, and is named. */
async function freezeBaselines(
  manager: EntityManager,
  organisations: readonly OrganisationNode[],
  asAt: string,
): Promise<{ readonly frozen: readonly FrozenOrganisation[]; readonly withoutBaseline: readonly string[] }> {
  const frozen: FrozenOrganisation[] = [];
  const withoutBaseline: string[] = [];
  for (const { id, name } of organisations) {
    const snapshot = await createBaselineSnapshot(manager, id, asAt).catch((error: unknown) => {
      if (error instanceof NotFoundError) return null;
      throw error;
    });
    if (snapshot === null) withoutBaseline.push(name);
    else frozen.push({ organisationId: id, snapshotId: snapshot.id });
  }
  return { frozen, withoutBaseline };
}

async function addScenario(
  manager: EntityManager,
  roundId: string,
  kind: 'calibration' | 'plan',
  baseScenarioId: string | null,
): Promise<string> {
  const id = newId();
  const isPlan = kind === 'plan';
  const name = isPlan ? PLAN_SUBMISSION : CALIBRATED_DEFAULTS;
  await insertScenario(manager, {
    id,
    roundId,
    kind,
    name,
    baseScenarioId,
    isCurrent: isPlan,
    createdBy: null,
  });
  return id;
}

/** Begins the return of each employer, and sets the days of the round. */
async function openSignOff(
  manager: EntityManager,
  { scope, milestones }: DemoRound,
  roundId: string,
  organisations: readonly FrozenOrganisation[],
): Promise<void> {
  const returning = scope.kind === 'nation' ? [] : organisations;
  for (const { organisationId } of returning) {
    await beginReturn(manager, { roundId, organisationId, createdBy: null });
  }
  await setMilestones(manager, roundId, milestones, null);
}

const NIGHTLY = { cron: '0 2 * * *', timeZone: 'Europe/London' } as const;

async function addSchedule(
  manager: EntityManager,
  dataSource: DataSource,
  round: DemoRound,
  roundId: string,
): Promise<void> {
  const name = `Nightly recalculation, ${round.name}`;
  await new SchedulesService(dataSource).create(manager, { ...NIGHTLY, name, roundId, createdBy: null });
}
