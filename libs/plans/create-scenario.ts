import { recordAudit } from '#access';
import { OrganisationTree } from '#organisations';
import { insertRows, isDuplicateKey } from '#persistence';
import { ConflictError, newId, NotFoundError } from '#platform';
import { appendOutboxRows } from '#queue';
import type { EntityManager } from 'typeorm';
import {
  readParticipants,
  readRound,
  readScenario,
  type RoundRow,
  type ScenarioRow,
} from './plan-rows.repository';
import type { ScenarioSummary } from './round';
import { scenarioName } from './scenario-name';

/** A what-if to make. */
export interface NewScenario {
  readonly name: string;
  readonly baseScenarioId: string;
  /** The node that it is made for: only what is at or under it is projected; the whole round where absent. */
  readonly organisationId?: string | null;
  readonly actor: { readonly id: string };
  readonly correlationId?: string | null | undefined;
}

/** Makes a what-if, its units of work, and the requests to project them, in the caller's transaction. */
export async function createScenario(
  manager: EntityManager,
  scenario: NewScenario,
): Promise<ScenarioSummary> {
  const name = scenarioName(scenario.name);
  const organisationId = scenario.organisationId ?? null;
  const { base, round, reach } = await readBase(manager, scenario.baseScenarioId, organisationId);
  const made = { id: newId(), name, kind: 'what-if', baseScenarioId: base.id, organisationId } as const;
  await insertScenario(manager, {
    ...made,
    roundId: round.id,
    isCurrent: true,
    createdBy: scenario.actor.id,
  });
  await openUnits(manager, made.id, round.id, reach);
  await recordAudit(manager, {
    actor: scenario.actor.id,
    action: 'scenario.created',
    entity: 'scenario',
    entityId: made.id,
    organisationId,
    detail: { name, kind: made.kind, baseScenarioId: base.id, roundId: round.id },
    correlationId: scenario.correlationId ?? null,
  });
  return { ...made, isArchived: false, version: 1 };
}

/** What a what-if is built on, and the organisations that it reaches; all of them where `reach` is null. */
interface Base {
  readonly base: ScenarioRow;
  readonly round: RoundRow;
  readonly reach: ReadonlySet<string> | null;
}

/** A what-if of one node can be the base of another at or under it, and of no one else's. */
async function readBase(
  manager: EntityManager,
  baseScenarioId: string,
  organisationId: string | null,
): Promise<Base> {
  const base = await readScenario(manager, baseScenarioId);
  const round = base === undefined ? undefined : await readRound(manager, base.roundId);
  const unknown = new NotFoundError('There is no such base scenario.', { baseScenarioId });
  if (base === undefined || round === undefined) throw unknown;
  if (organisationId === null) {
    if (base.organisationId !== null) throw unknown;
    requireUsable(base, round);
    return { base, round, reach: null };
  }
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  if (tree.node(organisationId) === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', { organisationId });
  }
  const above = [organisationId, ...tree.ancestorsOf(organisationId).map(({ id }) => id)];
  if (base.organisationId !== null && !above.includes(base.organisationId)) throw unknown;
  requireUsable(base, round);
  const reach = new Set([organisationId, ...tree.descendantsOf(organisationId).map(({ id }) => id)]);
  return { base, round, reach };
}

function requireUsable({ isArchived }: ScenarioRow, { state }: RoundRow): void {
  if (state !== 'open') throw new ConflictError('The round is closed: it takes no more scenarios.');
  if (isArchived) throw new ConflictError('The base scenario is archived. Restore it first.');
}

/** A scenario row to write. */
export interface ScenarioToInsert extends Omit<ScenarioSummary, 'organisationId' | 'isArchived' | 'version'> {
  readonly roundId: string;
  readonly organisationId?: string | null;
  /** Current scenarios are projected by themselves after each change; the others only serve as bases. */
  readonly isCurrent: boolean;
  readonly createdBy: string | null;
}

/** @throws ConflictError where the round already has a scenario of this name. */
export async function insertScenario(manager: EntityManager, scenario: ScenarioToInsert): Promise<void> {
  const { id, roundId, baseScenarioId, name, kind, isCurrent, createdBy, organisationId = null } = scenario;
  const columns = [
    'id',
    'round_id',
    'base_scenario_id',
    'name',
    'kind',
    'is_current',
    'organisation_id',
    'created_by',
    'created_at',
  ];
  const row = [id, roundId, baseScenarioId, name, kind, isCurrent, organisationId, createdBy, new Date()];
  try {
    await insertRows(manager, 'scenario', columns, [row]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('The round already has a scenario of this name.', { name });
  }
}

/**
 * Opens a unit of work for each participant of the round under the scenario, and asks for its projection.
 *
 * @param reach only these organisations; every participant where absent
 */
export async function openUnits(
  manager: EntityManager,
  scenarioId: string,
  roundId: string,
  reach: ReadonlySet<string> | null = null,
): Promise<void> {
  const all = [...(await readParticipants(manager, roundId))].sort();
  const participants = all.filter((id) => reach === null || reach.has(id));
  await insertRows(
    manager,
    'projection_unit',
    ['scenario_id', 'organisation_id'],
    participants.map((organisationId) => [scenarioId, organisationId]),
  );
  await appendOutboxRows(
    manager,
    'projection.requested',
    participants.map((organisationId) => ({ scenarioId, organisationId })),
  );
}
