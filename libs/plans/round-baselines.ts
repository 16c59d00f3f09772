import { baselineOptions, readSnapshots, type BaselineOption, type SnapshotSummary } from '#baselines';
import { OrganisationTree } from '#organisations';
import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { lastBaselineDay } from './baseline-choice';
import { readRound } from './plan-rows.repository';
import type { OrganisationSummary } from './round';

/** Who put an organisation on its baseline, when and why. */
export interface LastBaselineChoice {
  readonly reason: string;
  readonly author: string;
  /** ISO 8601. */
  readonly at: string;
}

/** What an organisation of a round is projected from. */
export interface RoundBaseline {
  readonly organisation: OrganisationSummary;
  /** Null while nothing is loaded for it. */
  readonly snapshot: SnapshotSummary | null;
  /** Null for the baseline that the round was opened with. */
  readonly lastChoice: LastBaselineChoice | null;
}

/**
 * The baselines of a round's organisations, in the order of the tree.
 *
 * @param visible organisations that may be shown
 * @throws NotFoundError for an unknown round
 */
export async function readRoundBaselines(
  manager: EntityManager,
  roundId: string,
  visible: ReadonlySet<string>,
): Promise<RoundBaseline[]> {
  const round = await readRound(manager, roundId);
  if (round === undefined) throw new NotFoundError('There is no such round.', { roundId });
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  const current = await readParticipantSnapshots(manager, roundId);
  const nodes = tree.nodes.filter(({ id }) => current.has(id) && visible.has(id));
  const snapshotIds = nodes.flatMap(({ id }) => current.get(id) ?? []);
  const snapshots = await readSnapshots(manager, snapshotIds);
  const byId = new Map(snapshots.map((snapshot) => [snapshot.id, snapshot]));
  const choices = await readLastChoices(manager, roundId);
  return nodes.map(({ id, code, name, type }) => ({
    organisation: { id, code, name, type },
    snapshot: byId.get(current.get(id) ?? '') ?? null,
    lastChoice: choices.get(id) ?? null,
  }));
}

/**
 * What a baseline of an organisation in a round can be taken of.
 *
 * @throws NotFoundError for an unknown round
 */
export async function readBaselineOptions(
  manager: EntityManager,
  roundId: string,
  organisationId: string,
): Promise<BaselineOption[]> {
  const round = await readRound(manager, roundId);
  if (round === undefined) throw new NotFoundError('There is no such round.', { roundId });
  return baselineOptions(manager, organisationId, lastBaselineDay(round));
}

async function readParticipantSnapshots(
  manager: EntityManager,
  roundId: string,
): Promise<ReadonlyMap<string, string | null>> {
  const rows = await manager.query<{ organisationId: string; snapshotId: string | null }[]>(
    `SELECT organisation_id AS organisationId, baseline_snapshot_id AS snapshotId
     FROM round_participant WHERE round_id = ?`,
    [roundId],
  );
  return new Map(rows.map(({ organisationId, snapshotId }) => [organisationId, snapshotId]));
}

async function readLastChoices(
  manager: EntityManager,
  roundId: string,
): Promise<ReadonlyMap<string, LastBaselineChoice>> {
  const rows = await manager.query<{ organisationId: string; reason: string; author: string; at: Date }[]>(
    `SELECT c.organisation_id AS organisationId, c.reason, p.name AS author, c.chosen_at AS at
     FROM baseline_choice c JOIN person p ON p.id = c.chosen_by WHERE c.round_id = ? ORDER BY c.seq`,
    [roundId],
  );
  // Ascending, so that the latest is the one that stays.
  return new Map(
    rows.map(({ organisationId, reason, author, at }) => [
      organisationId,
      { reason, author, at: at.toISOString() },
    ]),
  );
}
