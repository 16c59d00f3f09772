import { OrganisationTree, type OrganisationNode } from '#organisations';
import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { publishedRun, withFigures, type ChosenRun } from '../documents/chosen-runs';
import {
  readDocuments,
  readSteps,
  type DocumentRow,
  type StoredStep,
} from '../documents/document-rows.repository';
import type { FrozenRun, LeftOutOrganisation, VersionContent } from '../documents/version-content';
import { readVersionContent, readVersions } from '../documents/version.repository';
import {
  readParticipants,
  readRound,
  readScenario,
  type RoundRow,
  type ScenarioRow,
} from '../plan-rows.repository';
import { SYSTEM_PLAN } from '../sign-off';
import type { PlanStanding, PlanStatus, StandingVersion } from './plan-standing';

/** A round as its plans stand now. */
export interface RoundStandings {
  readonly round: RoundRow;
  readonly scenario: ScenarioRow;
  readonly tree: OrganisationTree;
  /** In order of code. */
  readonly plans: readonly PlanStanding[];
}

/** A system and the organisations of it that take part. */
interface PlanningArea {
  readonly node: OrganisationNode;
  readonly members: readonly OrganisationNode[];
}

/** The version that counts of a plan, and how far it has come. */
interface CountingVersion {
  readonly version: number;
  readonly status: Exclude<PlanStatus, 'default'>;
}

/**
 * What stands for each system of a round: the version that its region agreed last, else the one that is submitted
 * now, else the published runs of its plan's scenario. A version under change control leaves the agreed one standing
 * until it is agreed itself.
 *
 * @param scenarioId for systems that have no plan
 * @throws NotFoundError where the scenario does not exist
 */
export async function readPlanStandings(manager: EntityManager, scenarioId: string): Promise<RoundStandings> {
  const scenario = await readScenario(manager, scenarioId);
  const round = scenario === undefined ? undefined : await readRound(manager, scenario.roundId);
  if (scenario === undefined || round === undefined) {
    throw new NotFoundError(`There is no scenario ${scenarioId}.`, { scenarioId });
  }
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  const documents = (await readDocuments(manager, round.id)).filter(({ kind }) => kind === 'system-plan');
  const areas = areasOf(tree, await readParticipants(manager, round.id));
  const plans: PlanStanding[] = [];
  for (const area of areas) {
    const document = documents.find(({ organisationId }) => organisationId === area.node.id);
    plans.push(await standingOf(manager, area, document, scenario));
  }
  return { round, scenario, tree, plans };
}

/** The areas that plan: each participant counts in its system, or by itself where it belongs to none. */
function areasOf(tree: OrganisationTree, participants: ReadonlySet<string>): readonly PlanningArea[] {
  const areas = new Map<string, { node: OrganisationNode; members: OrganisationNode[] }>();
  for (const member of tree.nodes.filter(({ id }) => participants.has(id))) {
    const node = [member, ...tree.ancestorsOf(member.id)].find(({ type }) => type === 'system') ?? member;
    const area = areas.get(node.id) ?? { node, members: [] };
    area.members.push(member);
    areas.set(node.id, area);
  }
  return [...areas.values()].sort((a, b) => (a.node.code < b.node.code ? -1 : 1));
}

async function standingOf(
  manager: EntityManager,
  area: PlanningArea,
  document: DocumentRow | undefined,
  fallback: ScenarioRow,
): Promise<PlanStanding> {
  const steps = document === undefined ? [] : await readSteps(manager, document.id);
  const counting = document === undefined ? null : countingVersion(document, steps);
  if (document === undefined || counting === null) {
    return defaultOf(manager, area, await scenarioOf(manager, document, fallback));
  }
  const content = await readVersionContent(manager, document.id, counting.version);
  return {
    node: area.node,
    status: counting.status,
    version: await versionOf(manager, document, counting.version, steps),
    scenario: content.scenario,
    runs: content.runs,
    leftOut: [...content.leftOut, ...absent(area, content)],
  };
}

/** Agreed last, else frozen and on its way. */
function countingVersion(
  { state, version }: DocumentRow,
  steps: readonly StoredStep[],
): CountingVersion | null {
  const agreed = steps.findLast(({ to, action }) => to === 'regionally-agreed' && action === 'agree');
  if (agreed !== undefined) return { version: agreed.version, status: 'agreed' };
  return state === SYSTEM_PLAN.initial ? null : { version, status: 'submitted' };
}

async function versionOf(
  manager: EntityManager,
  { id: documentId }: DocumentRow,
  version: number,
  steps: readonly StoredStep[],
): Promise<StandingVersion> {
  const frozen = (await readVersions(manager, documentId)).find((known) => known.version === version);
  if (frozen === undefined) throw new NotFoundError('There is no such version.', { documentId, version });
  return {
    documentId,
    version,
    contentSha256: frozen.contentSha256,
    frozenAt: new Date(frozen.frozenAt).toISOString(),
    signOffs: steps
      .filter((step) => step.version === version && step.to !== SYSTEM_PLAN.initial)
      .map(({ action, slot, decidedOn, at }) => ({
        action,
        slot,
        on: decidedOn ?? new Date(at).toISOString().slice(0, 10),
      })),
  };
}

/** Organisations that take part now and were not in the version, for instance because they joined later. */
function absent(
  { members }: PlanningArea,
  { runs, leftOut }: VersionContent,
): readonly LeftOutOrganisation[] {
  const known = new Set([...runs, ...leftOut].map(({ organisation }) => organisation.id));
  return members
    .filter(({ id }) => !known.has(id))
    .map((member) => ({ organisation: placeOf(member), reason: 'It was not in the version of the plan.' }));
}

async function defaultOf(
  manager: EntityManager,
  { node, members }: PlanningArea,
  scenario: { readonly id: string; readonly name: string },
): Promise<PlanStanding> {
  const runs: ChosenRun[] = [];
  const leftOut: LeftOutOrganisation[] = [];
  for (const member of members) {
    const organisation = placeOf(member);
    const run = await publishedRun(manager, scenario.id, member.id);
    if (run === null) leftOut.push({ organisation, reason: 'Nothing is projected for it yet.' });
    else runs.push({ organisation, standing: 'partial', returnVersion: null, scenario, ...run });
  }
  const figures: readonly FrozenRun[] = await withFigures(manager, runs);
  return { node, status: 'default', version: null, scenario, runs: figures, leftOut };
}

async function scenarioOf(
  manager: EntityManager,
  document: DocumentRow | undefined,
  fallback: ScenarioRow,
): Promise<{ readonly id: string; readonly name: string }> {
  const own = document === undefined ? undefined : await readScenario(manager, document.scenarioId);
  const { id, name } = own ?? fallback;
  return { id, name };
}

const placeOf = ({ id, code, name }: OrganisationNode) => ({ id, code, name });
