import { Injectable } from '@nestjs/common';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { UnitOfWork } from '#persistence';
import { NotFoundError } from '#platform';
import { ProjectionsService, type Freshness } from '#projections';
import type { EntityManager } from 'typeorm';
import { changeScenario, type ScenarioChange } from './change-scenario';
import { createScenario, type NewScenario } from './create-scenario';
import {
  readBases,
  readParticipants,
  readPlan,
  readPlans,
  readRound,
  readRounds,
  readScenario,
  readScenarios,
  type PlanRow,
  type RoundRow,
  type ScenarioRow,
} from './plan-rows.repository';
import type {
  OrganisationSummary,
  PlanDetail,
  PlanOrganisation,
  PlanSummary,
  RoundDeadline,
  RoundSummary,
  ScenarioSummary,
} from './round';
import { readDeadlines } from './round-deadlines';
import { coverageStatement } from './round-coverage';

/** Whether the reader may see a plan, by its organisation and state. */
export type PlanVisibility = (plan: { readonly organisationId: string; readonly state: string }) => boolean;

/** A round with everything read that describes it. */
interface RoundMaterial {
  readonly round: RoundRow;
  readonly tree: OrganisationTree;
  readonly participants: ReadonlySet<string>;
  readonly scenarios: readonly ScenarioRow[];
  readonly deadlines: readonly RoundDeadline[];
}

/** Rounds, scenarios and plans. Whether the person may do so is decided before it is called. */
@Injectable()
export class PlansService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projections: ProjectionsService,
  ) {}

  /**
   * All rounds, latest first, each with those of its scenarios and plans that may be seen.
   *
   * @param mayReadAt whether projections of an organisation may be read: a what-if is shown to whoever may
   *   read one of those that it reaches
   */
  async rounds(
    mayRead: PlanVisibility,
    mayReadAt: (organisationId: string) => boolean = () => true,
  ): Promise<readonly RoundSummary[]> {
    const found = await this.unitOfWork.run(async (manager) => {
      const described = [];
      for (const round of await readRounds(manager)) {
        const material = await readMaterial(manager, round);
        described.push({ material, plans: (await readPlans(manager, round.id)).filter(mayRead) });
      }
      return described;
    });
    return Promise.all(
      found.map(async ({ material, plans }) => ({
        ...roundSummary(material, mayReadAt),
        plans: await Promise.all(plans.map((plan) => this.planSummary(plan, material))),
      })),
    );
  }

  /** The plan's organisation and state, for deciding who may see it. @throws NotFoundError */
  async planKey(planId: string): Promise<{ readonly organisationId: string; readonly state: string }> {
    const { organisationId, state } = await this.unitOfWork.run((manager) => existingPlan(manager, planId));
    return { organisationId, state };
  }

  /** A plan with each of its organisations. @throws NotFoundError */
  async plan(planId: string): Promise<PlanDetail> {
    const { plan, material, bases } = await this.unitOfWork.run(async (manager) => {
      const row = await existingPlan(manager, planId);
      const round = await existingRound(manager, row.roundId);
      return {
        plan: row,
        material: await readMaterial(manager, round),
        bases: await readBases(manager, round.id),
      };
    });
    const status = await this.projections.status(plan.scenarioId, plan.organisationId);
    const byUnit = new Map(status.units.map((unit) => [unit.organisation.id, unit.freshness]));
    const organisations = membersOf(plan, material).map((node): PlanOrganisation => ({
      ...summaryOf(node),
      basis: bases.get(node.id) ?? null,
      freshness: byUnit.get(node.id) ?? NEVER_RUN,
    }));
    const { id, name, firstYear, years } = material.round;
    return {
      ...planFields(plan, material),
      freshness: status.freshness,
      round: { id, name, firstYear, years },
      organisations,
    };
  }

  /**
   * Makes a what-if over a base scenario of the same round; its projections are requested at once.
   *
   * @throws NotFoundError for an unknown base; InvalidInputError for an empty or overlong name;
   *   ConflictError for a name that the round already has.
   */
  async createScenario(scenario: NewScenario): Promise<ScenarioSummary> {
    return this.unitOfWork.run((manager) => createScenario(manager, scenario));
  }

  /** Renames, archives or restores a what-if; throws as {@link changeScenario} does. */
  async changeScenario(change: ScenarioChange): Promise<ScenarioSummary> {
    return this.unitOfWork.run((manager) => changeScenario(manager, change));
  }

  /** The node that a scenario is made for: the nation for one of the whole round. @throws NotFoundError */
  async scenarioOrganisation(scenarioId: string): Promise<string> {
    return this.unitOfWork.run(async (manager) => {
      const scenario = await readScenario(manager, scenarioId);
      if (scenario === undefined) throw new NotFoundError('There is no such scenario.', { scenarioId });
      if (scenario.organisationId !== null) return scenario.organisationId;
      const { treeAsAt } = await existingRound(manager, scenario.roundId);
      const { nodes } = await OrganisationTree.load(manager, treeAsAt);
      return nodes.find(({ type }) => type === 'nation')?.id ?? '';
    });
  }

  private async planSummary(plan: PlanRow, material: RoundMaterial): Promise<PlanSummary> {
    const { freshness } = await this.projections.status(plan.scenarioId, plan.organisationId);
    return { ...planFields(plan, material), organisations: membersOf(plan, material).length, freshness };
  }
}

const NEVER_RUN: Freshness = {
  state: 'never-run',
  publishedAt: null,
  runId: null,
  progress: null,
  message: null,
};

async function existingPlan(manager: EntityManager, planId: string): Promise<PlanRow> {
  const plan = await readPlan(manager, planId);
  if (plan === undefined) throw new NotFoundError('There is no such plan.', { planId });
  return plan;
}

async function existingRound(manager: EntityManager, roundId: string): Promise<RoundRow> {
  const round = await readRound(manager, roundId);
  if (round === undefined) throw new NotFoundError('There is no such round.', { roundId });
  return round;
}

async function readMaterial(manager: EntityManager, round: RoundRow): Promise<RoundMaterial> {
  return {
    round,
    tree: await OrganisationTree.load(manager, round.treeAsAt),
    participants: await readParticipants(manager, round.id),
    scenarios: await readScenarios(manager, round.id),
    deadlines: await readDeadlines(manager, round.id),
  };
}

function roundSummary(
  { round, tree, participants, scenarios, deadlines }: RoundMaterial,
  mayReadAt: (organisationId: string) => boolean,
): Omit<RoundSummary, 'plans'> {
  const { id, name, firstYear, years, state } = round;
  const nodes = tree.nodes.filter((node) => participants.has(node.id));
  const systems = tree.nodes.filter(
    (node) => node.type === 'system' && nodes.some(({ parentId }) => parentId === node.id),
  );
  return {
    id,
    name,
    firstYear,
    years,
    state,
    deadlines,
    coverage: coverageStatement(nodes, systems),
    scenarios: scenarios
      .filter(({ organisationId }) => organisationId === null || isOpenUnder(tree, organisationId, mayReadAt))
      .map(({ roundId: _, ...scenario }) => scenario),
  };
}

function isOpenUnder(
  tree: OrganisationTree,
  organisationId: string,
  mayReadAt: (organisationId: string) => boolean,
): boolean {
  return mayReadAt(organisationId) || tree.descendantsOf(organisationId).some(({ id }) => mayReadAt(id));
}

/** The projected organisations at or below the plan's own, in tree order. */
function membersOf(plan: PlanRow, { tree, participants }: RoundMaterial): readonly OrganisationNode[] {
  const own = tree.node(plan.organisationId);
  const nodes = own === undefined ? [] : [own, ...tree.descendantsOf(own.id)];
  return nodes.filter(({ id }) => participants.has(id));
}

function planFields(
  plan: PlanRow,
  { tree, scenarios }: RoundMaterial,
): Omit<PlanSummary, 'organisations' | 'freshness'> {
  const node = tree.node(plan.organisationId);
  const scenario = scenarios.find(({ id }) => id === plan.scenarioId);
  if (node === undefined || scenario === undefined) {
    throw new NotFoundError("The plan's organisation or scenario is not part of its round.", {
      planId: plan.id,
    });
  }
  return {
    id: plan.id,
    organisation: summaryOf(node),
    scenario: { id: scenario.id, name: scenario.name },
    state: plan.state,
    version: plan.version,
    updatedAt: new Date(plan.updatedAt).toISOString(),
  };
}

function summaryOf({ id, code, name, type }: OrganisationNode): OrganisationSummary {
  return { id, code, name, type };
}
