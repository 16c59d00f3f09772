import { recordAudit } from '#access';
import { insertRows, isDuplicateKey } from '#persistence';
import { ConflictError, InvalidInputError, newId, NotFoundError } from '#platform';
import { appendOutboxRows } from '#queue';
import type { EntityManager } from 'typeorm';
import { readParticipants, readScenario } from './plan-rows.repository';
import type { ScenarioSummary } from './round';

/** A what-if to make. */
export interface NewScenario {
  readonly name: string;
  readonly baseScenarioId: string;
  readonly actor: { readonly id: string };
  readonly correlationId?: string | null | undefined;
}

const LONGEST_NAME = 120;

/** Makes a what-if, its units of work, and the requests to project them, in the caller's transaction. */
export async function createScenario(
  manager: EntityManager,
  scenario: NewScenario,
): Promise<ScenarioSummary> {
  const name = nameOf(scenario);
  const base = await readScenario(manager, scenario.baseScenarioId);
  if (base === undefined) {
    throw new NotFoundError('There is no such base scenario.', { baseScenarioId: scenario.baseScenarioId });
  }
  const made = { id: newId(), name, kind: 'what-if', baseScenarioId: base.id } as const;
  await insertScenario(manager, {
    ...made,
    roundId: base.roundId,
    isCurrent: true,
    createdBy: scenario.actor.id,
  });
  await openUnits(manager, made.id, base.roundId);
  await recordAudit(manager, {
    actor: scenario.actor.id,
    action: 'scenario.created',
    entity: 'scenario',
    entityId: made.id,
    organisationId: null,
    detail: { name, kind: made.kind, baseScenarioId: base.id, roundId: base.roundId },
    correlationId: scenario.correlationId ?? null,
  });
  return made;
}

function nameOf({ name }: NewScenario): string {
  const trimmed = name.trim();
  if (trimmed.length > 0 && trimmed.length <= LONGEST_NAME) return trimmed;
  throw new InvalidInputError([
    {
      pointer: '/name',
      rule: 'length',
      message: `A scenario's name has 1 to ${LONGEST_NAME} characters.`,
      fix: 'Enter a name of this length.',
    },
  ]);
}

/** A scenario row to write. */
export interface ScenarioToInsert extends ScenarioSummary {
  readonly roundId: string;
  /** Current scenarios are projected by themselves after each change; the others only serve as bases. */
  readonly isCurrent: boolean;
  readonly createdBy: string | null;
}

/** @throws ConflictError where the round already has a scenario of this name. */
export async function insertScenario(manager: EntityManager, scenario: ScenarioToInsert): Promise<void> {
  const { id, roundId, baseScenarioId, name, kind, isCurrent, createdBy } = scenario;
  const columns = [
    'id',
    'round_id',
    'base_scenario_id',
    'name',
    'kind',
    'is_current',
    'created_by',
    'created_at',
  ];
  const row = [id, roundId, baseScenarioId, name, kind, isCurrent, createdBy, new Date()];
  try {
    await insertRows(manager, 'scenario', columns, [row]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('The round already has a scenario of this name.', { name });
  }
}

/** Opens a unit of work for each participant of the round under the scenario, and asks for its projection. */
export async function openUnits(manager: EntityManager, scenarioId: string, roundId: string): Promise<void> {
  const participants = [...(await readParticipants(manager, roundId))].sort();
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
