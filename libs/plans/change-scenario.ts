import { recordAudit } from '#access';
import { isDuplicateKey } from '#persistence';
import { ConflictError, NotFoundError } from '#platform';
import { appendOutboxRows, type ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { readRound, readScenario, type ScenarioRow } from './plan-rows.repository';
import type { ScenarioSummary } from './round';
import { scenarioName } from './scenario-name';

/** What becomes of a what-if; what is absent stays. */
export interface ScenarioChange {
  readonly scenarioId: string;
  readonly name?: string | undefined;
  readonly isArchived?: boolean | undefined;
  /** The version that the person saw. */
  readonly baseVersion: number;
  readonly actor: { readonly id: string };
  readonly correlationId?: string | null | undefined;
}

/**
 * Renames a what-if, puts it aside or takes it up again, in the caller's transaction. One that is put aside
 * keeps its assumptions and figures; taken up again it is projected from what holds then.
 *
 * @throws NotFoundError for an unknown scenario; InvalidInputError for an empty or overlong name;
 *   ConflictError for a name that the round already has, a scenario that is no what-if, a closed round, or one
 *   that someone changed after the person saw it.
 */
export async function changeScenario(
  manager: EntityManager,
  change: ScenarioChange,
): Promise<ScenarioSummary> {
  const before = await changeable(manager, change.scenarioId);
  requireLatest(before, change.baseVersion);
  const name = change.name === undefined ? before.name : scenarioName(change.name);
  const isArchived = change.isArchived ?? before.isArchived;
  if (name !== before.name) {
    await rename(manager, before.id, name);
    await record(manager, change, before, {
      action: 'scenario.renamed',
      detail: { from: before.name, name },
    });
  }
  if (isArchived !== before.isArchived) {
    await manager.query('UPDATE scenario SET is_current = ? WHERE id = ?', [isArchived ? 0 : 1, before.id]);
    if (!isArchived) await requestUnits(manager, before.id);
    const action = isArchived ? 'scenario.archived' : 'scenario.restored';
    await record(manager, change, before, { action, detail: { name } });
  }
  const isChanged = name !== before.name || isArchived !== before.isArchived;
  const version = isChanged ? before.version + 1 : before.version;
  if (isChanged) await manager.query('UPDATE scenario SET version = ? WHERE id = ?', [version, before.id]);
  const { id, kind, baseScenarioId, organisationId } = before;
  return { id, name, kind, baseScenarioId, organisationId, isArchived, version };
}

function requireLatest({ name, isArchived, version }: ScenarioRow, baseVersion: number): void {
  if (version === baseVersion) return;
  const state = isArchived ? 'archived' : 'in use';
  throw new ConflictError(
    `Someone changed this scenario after you opened it: it is now called “${name}” and is ${state}. Nothing of yours was saved; look at it again, then decide.`,
    { conflicts: [{ theirs: { name, isArchived, version } }] },
  );
}

async function changeable(manager: EntityManager, scenarioId: string): Promise<ScenarioRow> {
  await manager.query('SELECT id FROM scenario WHERE id = ? FOR UPDATE', [scenarioId]);
  const scenario = await readScenario(manager, scenarioId);
  if (scenario === undefined) throw new NotFoundError('There is no such scenario.', { scenarioId });
  if (scenario.kind !== 'what-if') {
    throw new ConflictError(`${scenario.name} is part of the round: only what-ifs are renamed or archived.`);
  }
  const round = await readRound(manager, scenario.roundId);
  if (round?.state !== 'open')
    throw new ConflictError('The round is closed: its scenarios stay as they are.');
  return scenario;
}

async function rename(manager: EntityManager, scenarioId: string, name: string): Promise<void> {
  try {
    await manager.query('UPDATE scenario SET name = ? WHERE id = ?', [name, scenarioId]);
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    throw new ConflictError('The round already has a scenario of this name.', { name });
  }
}

async function requestUnits(manager: EntityManager, scenarioId: string): Promise<void> {
  const units: ProjectionUnit[] = await manager.query(
    `SELECT scenario_id AS scenarioId, organisation_id AS organisationId FROM projection_unit
      WHERE scenario_id = ? ORDER BY organisation_id`,
    [scenarioId],
  );
  await appendOutboxRows(manager, 'projection.requested', units);
}

async function record(
  manager: EntityManager,
  { actor, correlationId = null }: ScenarioChange,
  scenario: ScenarioRow,
  event: { readonly action: string; readonly detail: object },
): Promise<void> {
  await recordAudit(manager, {
    actor: actor.id,
    ...event,
    entity: 'scenario',
    entityId: scenario.id,
    organisationId: scenario.organisationId,
    correlationId,
  });
}
