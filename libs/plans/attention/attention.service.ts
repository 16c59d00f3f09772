import { Injectable } from '@nestjs/common';
import { readBrokenRules, type BrokenRule } from '#assumptions';
import { markReportRead, readExtractProblems, readUnreadImports } from '#baselines';
import { OrganisationTree, type OrganisationNode } from '#organisations';
import { UnitOfWork } from '#persistence';
import { Clock } from '#platform';
import { ProjectionsService } from '#projections';
import type { EntityManager } from 'typeorm';
import { readRounds, readScenarios, type RoundRow, type ScenarioRow } from '../plan-rows.repository';
import { dueDocuments } from './due-documents';
import { attentionItem, type AttentionItem, type AttentionReach } from './attention-item';

/** An open round with what can need someone. */
interface OpenRound {
  readonly round: RoundRow;
  readonly tree: OrganisationTree;
  /** Those that are projected by themselves. */
  readonly scenarios: readonly ScenarioRow[];
}

/** What needs a person: only what the person can see to. */
@Injectable()
export class AttentionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly projections: ProjectionsService,
    private readonly clock: Clock,
  ) {}

  /** Everything that needs a person, the most pressing first. */
  async read(reach: AttentionReach): Promise<readonly AttentionItem[]> {
    const rounds = await this.unitOfWork.run((manager) => readOpenRounds(manager));
    const failed = await Promise.all(rounds.map((round) => this.failed(round, reach.runs)));
    const stored = await this.unitOfWork.run(async (manager) => [
      ...(await this.due(manager, rounds, reach.edits)),
      ...(await brokenRules(manager, rounds, reach.edits)),
      ...(await reports(manager, rounds, reach)),
    ]);
    return [...failed.flat(), ...stored];
  }

  /** Notes that the person has read a report. @throws NotFoundError for an unknown one */
  async markRead(personId: string, reportId: string): Promise<void> {
    await this.unitOfWork.run((manager) => markReportRead(manager, personId, reportId));
  }

  private async failed(
    { tree, scenarios }: OpenRound,
    runs: ReadonlySet<string>,
  ): Promise<readonly AttentionItem[]> {
    const nation = tree.nodes.find(({ type }) => type === 'nation');
    if (nation === undefined || runs.size === 0) return [];
    const states = await Promise.all(
      scenarios.map(async (scenario) => ({
        scenario,
        units: (await this.projections.status(scenario.id, nation.id)).units,
      })),
    );
    return states.flatMap(({ scenario, units }) =>
      units
        .filter(({ freshness, organisation }) => freshness.state === 'failed' && runs.has(organisation.id))
        .map(({ organisation, freshness }) =>
          attentionItem('projection-failed', { scenario, organisation, message: freshness.message ?? '' }),
        ),
    );
  }

  private async due(
    manager: EntityManager,
    rounds: readonly OpenRound[],
    edits: ReadonlySet<string>,
  ): Promise<readonly AttentionItem[]> {
    const items: AttentionItem[] = [];
    for (const { round, tree, scenarios } of rounds) {
      const due = await dueDocuments(manager, round.id, edits, this.clock.now());
      for (const message of new Set(due.map((each) => each.message))) {
        const same = due.filter((each) => each.message === message).map(({ document }) => document);
        const [only] = same.length === 1 ? same : [];
        items.push({
          ...attentionItem('plan-due', {
            scenario: scenarios.find(({ id }) => id === same[0]?.scenarioId) ?? null,
            organisation: only === undefined ? null : (tree.node(only.organisationId) ?? null),
            message,
          }),
          count: same.length,
          due: { roundId: round.id, documentId: only?.id ?? null },
        });
      }
    }
    return items;
  }
}

async function readOpenRounds(manager: EntityManager): Promise<readonly OpenRound[]> {
  const open: OpenRound[] = [];
  for (const round of await readRounds(manager)) {
    if (round.state !== 'open') continue;
    const scenarios = await readScenarios(manager, round.id);
    open.push({
      round,
      tree: await OrganisationTree.load(manager, round.treeAsAt),
      scenarios: scenarios.filter(({ kind, isArchived }) => kind !== 'calibration' && !isArchived),
    });
  }
  return open;
}

async function brokenRules(
  manager: EntityManager,
  rounds: readonly OpenRound[],
  edits: ReadonlySet<string>,
): Promise<readonly AttentionItem[]> {
  const items: AttentionItem[] = [];
  for (const { tree, scenarios } of rounds) {
    for (const scenario of scenarios) {
      const broken = await readBrokenRules(manager, scenario.id, [...edits]);
      items.push(...brokenItems(scenario, tree, broken));
    }
  }
  return items;
}

/** One item for the errors of an organisation, one for its missing reasons. */
function brokenItems(
  scenario: ScenarioRow,
  tree: OrganisationTree,
  broken: readonly BrokenRule[],
): readonly AttentionItem[] {
  const groups = new Map<string, BrokenRule[]>();
  for (const each of broken) {
    const key = `${each.organisationId} ${each.rule === 'plausible' ? 'reason-missing' : 'rule-broken'}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, all]) => {
    const [organisationId = '', kind] = key.split(' ');
    const [first] = all;
    return {
      ...attentionItem(kind === 'reason-missing' ? 'reason-missing' : 'rule-broken', {
        scenario,
        organisation: tree.node(organisationId) ?? null,
        message: first?.message ?? '',
      }),
      count: all.length,
      cell: first === undefined ? null : cellOf(first),
    };
  });
}

async function reports(
  manager: EntityManager,
  rounds: readonly OpenRound[],
  { personId, extracts, imports }: AttentionReach,
): Promise<readonly AttentionItem[]> {
  const named = (organisationId: string | null) => nodeOf(rounds, organisationId ?? '');
  const { blocked, unread } = await readExtractProblems(manager, personId, [...extracts]);
  const files = imports ? await readUnreadImports(manager, personId) : [];
  const about = (kind: 'extract-blocked' | 'report-unread') => (each: (typeof unread)[number]) => ({
    ...attentionItem(kind, {
      scenario: null,
      organisation: named(each.organisationId),
      message: each.message,
    }),
    count: each.problems,
    reportId: each.reportId,
  });
  return [...blocked.map(about('extract-blocked')), ...[...unread, ...files].map(about('report-unread'))];
}

const nodeOf = (rounds: readonly OpenRound[], organisationId: string): OrganisationNode | null =>
  rounds.flatMap(({ tree }) => tree.node(organisationId) ?? [])[0] ?? null;

const cellOf = ({ parameter, staffGroup, year }: BrokenRule): AttentionItem['cell'] => ({
  parameter,
  staffGroup,
  year,
});
