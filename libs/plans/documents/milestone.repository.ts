import { upsertRows } from '#persistence';
import type { EntityManager } from 'typeorm';
import type { Milestone } from '../sign-off';

/** The milestones of a round, by day. */
export async function readMilestones(manager: EntityManager, roundId: string): Promise<readonly Milestone[]> {
  return manager.query(
    `SELECT document_kind AS kind, state, due_on AS dueOn FROM round_milestone WHERE round_id = ?
     ORDER BY due_on, document_kind, state`,
    [roundId],
  );
}

/** Sets days; milestones that are not named stay. */
export async function setMilestones(
  manager: EntityManager,
  roundId: string,
  milestones: readonly Milestone[],
  setBy: string | null,
): Promise<void> {
  await upsertRows(
    manager,
    'round_milestone',
    ['round_id', 'document_kind', 'state', 'due_on', 'set_by', 'set_at'],
    milestones.map(({ kind, state, dueOn }) => [roundId, kind, state, dueOn, setBy, new Date()]),
    ['due_on', 'set_by', 'set_at'],
  );
}
