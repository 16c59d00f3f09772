import { insertRows } from '#persistence';
import { newId } from '#platform';
import type { EntityManager } from 'typeorm';

/** A round to open. */
export interface NewRound {
  readonly name: string;
  /** First calendar year of the first financial year: 2026 is 2026/27. */
  readonly firstYear: number;
  readonly years: number;
  /** `YYYY-MM-DD`: the date of the organisation tree that the round is pinned to. */
  readonly treeAsAt: string;
  readonly participants: readonly RoundParticipant[];
}

/** An organisation projected in a round, from its frozen opening position. */
export interface RoundParticipant {
  readonly organisationId: string;
  readonly baselineSnapshotId: string | null;
}

/** Opens a round with its participants, in the caller's transaction; the driver's error for a name in use. */
export async function openRound(manager: EntityManager, round: NewRound): Promise<string> {
  const id = newId();
  await insertRows(
    manager,
    'planning_round',
    ['id', 'name', 'first_year', 'years', 'tree_as_at', 'state', 'created_at'],
    [[id, round.name, round.firstYear, round.years, round.treeAsAt, 'open', new Date()]],
  );
  await insertRows(
    manager,
    'round_participant',
    ['round_id', 'organisation_id', 'baseline_snapshot_id'],
    round.participants.map(({ organisationId, baselineSnapshotId }) => [
      id,
      organisationId,
      baselineSnapshotId,
    ]),
  );
  return id;
}
