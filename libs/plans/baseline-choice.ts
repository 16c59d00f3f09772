import { recordAudit } from '#access';
import { baselineScope, bumpLayer } from '#assumptions';
import { createBaselineSnapshot, type BaselineOption } from '#baselines';
import { insertRows } from '#persistence';
import { ConflictError, InvalidInputError, NotFoundError } from '#platform';
import { appendOutboxRows, type ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import { readRound, type RoundRow } from './plan-rows.repository';

/** A change of what an organisation of a round is projected from. */
export interface NewBaselineChoice extends BaselineOption {
  readonly roundId: string;
  readonly organisationId: string;
  /** The snapshot that was in force when the person chose; null for none. */
  readonly baseSnapshotId: string | null;
  readonly reason: string;
  readonly actor: { readonly id: string };
  readonly correlationId: string | null;
}

/** The last day that a baseline of a round may have: the day before its first year. */
export const lastBaselineDay = ({ firstYear }: { readonly firstYear: number }): string =>
  `${firstYear}-03-31`;

/**
 * Freezes the chosen opening position and puts the organisation on it: every current scenario of the round is
 * projected again from there. Earlier snapshots and the runs made from them stay.
 *
 * @throws NotFoundError for an unknown round or participant, or an origin that has nothing for the day
 * @throws ConflictError when someone else changed the baseline in the meantime, or the round is closed
 * @throws InvalidInputError for a day after the round begins, or the same snapshot again
 */
export async function chooseBaseline(manager: EntityManager, choice: NewBaselineChoice): Promise<void> {
  const { roundId, organisationId, origin, asAt, reason } = choice;
  const round = await openRoundOf(manager, roundId);
  const current = await lockParticipant(manager, choice);
  if (asAt > lastBaselineDay(round)) throw tooLate(round);
  const snapshot = await createBaselineSnapshot(manager, organisationId, asAt, origin);
  if (snapshot.id === current) throw sameSnapshot();
  await manager.query(
    'UPDATE round_participant SET baseline_snapshot_id = ? WHERE round_id = ? AND organisation_id = ?',
    [snapshot.id, roundId, organisationId],
  );
  await insertRows(
    manager,
    'baseline_choice',
    [
      'round_id',
      'organisation_id',
      'snapshot_id',
      'previous_snapshot_id',
      'reason',
      'chosen_by',
      'chosen_at',
    ],
    [[roundId, organisationId, snapshot.id, current, reason, choice.actor.id, new Date()]],
  );
  await bumpLayer(manager, 'baseline', baselineScope(roundId, organisationId));
  await appendOutboxRows(manager, 'projection.requested', await unitsOf(manager, roundId, organisationId));
  await recordAudit(manager, {
    actor: choice.actor.id,
    action: 'baseline.chosen',
    entity: 'baseline_snapshot',
    entityId: snapshot.id,
    organisationId,
    detail: { roundId, origin, asAt, sha256: snapshot.sha256, previousSnapshotId: current, reason },
    correlationId: choice.correlationId,
  });
}

async function openRoundOf(manager: EntityManager, roundId: string): Promise<RoundRow> {
  const round = await readRound(manager, roundId);
  if (round === undefined) throw new NotFoundError('There is no such round.', { roundId });
  if (round.state === 'closed') throw new ConflictError('The round is closed: its baselines stay.');
  return round;
}

/** The snapshot in force, with the participant's row locked. */
async function lockParticipant(
  manager: EntityManager,
  { roundId, organisationId, baseSnapshotId }: NewBaselineChoice,
): Promise<string | null> {
  const [row] = await manager.query<{ snapshotId: string | null }[]>(
    `SELECT baseline_snapshot_id AS snapshotId FROM round_participant
     WHERE round_id = ? AND organisation_id = ? FOR UPDATE`,
    [roundId, organisationId],
  );
  if (row === undefined) throw new NotFoundError('The organisation is not projected in the round.');
  if (row.snapshotId === baseSnapshotId) return row.snapshotId;
  throw new ConflictError('Someone else changed the baseline.', { current: row.snapshotId });
}

function unitsOf(manager: EntityManager, roundId: string, organisationId: string): Promise<ProjectionUnit[]> {
  return manager.query<ProjectionUnit[]>(
    `SELECT u.scenario_id AS scenarioId, u.organisation_id AS organisationId
     FROM projection_unit u JOIN scenario s ON s.id = u.scenario_id AND s.is_current = 1
     WHERE s.round_id = ? AND u.organisation_id = ? ORDER BY u.scenario_id`,
    [roundId, organisationId],
  );
}

const tooLate = (round: RoundRow): InvalidInputError =>
  new InvalidInputError([
    {
      pointer: '/asAt',
      rule: 'before-the-plan',
      message: 'The position is of a day after the plan begins.',
      fix: `Choose one of ${lastBaselineDay(round)} or before.`,
    },
  ]);

const sameSnapshot = (): InvalidInputError =>
  new InvalidInputError([
    {
      pointer: '/asAt',
      rule: 'changes-something',
      message: 'The organisation stands on this snapshot already.',
      fix: 'Choose another position, or leave it as it is.',
    },
  ]);
