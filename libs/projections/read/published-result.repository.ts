import type { ProjectionNotice } from '#modules/projection';
import type { EntityManager } from 'typeorm';
import type { NettedMoves } from '../roll-up/net-moves';
import type { RollUpRemarks } from '../roll-up/roll-up.repository';
import type { Coverage, EstablishmentBasis, OverviewResult } from './overview';

/** A published result and the runs it is made of: itself, or those of the sum. */
export interface PublishedResult {
  readonly result: OverviewResult;
  readonly runIds: readonly string[];
  /** Of a sum: what it covers and what was netted; null for a run. */
  readonly remarks: {
    readonly coverage: Coverage;
    readonly netted: Readonly<Record<string, NettedMoves>>;
  } | null;
}

interface ResultRow {
  readonly id: string;
  readonly engineVersion: string;
  readonly inputSha256: string;
  readonly resultSha256: string;
  readonly publishedAt: Date;
}

/** The published run of an organisation that is projected itself; null before the first. */
export async function readPublishedRun(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<PublishedResult | null> {
  const [row]: ResultRow[] = await manager.query(
    `SELECT r.id, r.engine_version AS engineVersion, r.input_sha256 AS inputSha256,
            r.result_sha256 AS resultSha256, u.published_at AS publishedAt
       FROM projection_unit u JOIN projection_run r ON r.id = u.published_run_id
      WHERE u.scenario_id = ? AND u.organisation_id = ?`,
    [scenarioId, organisationId],
  );
  return row === undefined ? null : { result: resultOf(row, 'run'), runIds: [row.id], remarks: null };
}

/** The current sum of a node; null before the first. */
export async function readCurrentRollUp(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<PublishedResult | null> {
  const [row]: (Omit<ResultRow, 'engineVersion'> & { readonly coverage: string })[] = await manager.query(
    `SELECT id, members_sha256 AS inputSha256, result_sha256 AS resultSha256, created_at AS publishedAt, coverage
       FROM roll_up WHERE scenario_id = ? AND organisation_id = ? AND is_current = 1`,
    [scenarioId, organisationId],
  );
  if (row === undefined) {
    return null;
  }
  const members: { id: string; engineVersion: string }[] = await manager.query(
    `SELECT r.id, r.engine_version AS engineVersion FROM roll_up_member m JOIN projection_run r ON r.id = m.run_id
      WHERE m.roll_up_id = ? ORDER BY m.position`,
    [row.id],
  );
  const versions = new Set(members.map(({ engineVersion }) => engineVersion));
  const [engineVersion = 'mixed'] = versions.size === 1 ? versions : [];
  const remarks = JSON.parse(row.coverage) as RollUpRemarks;
  return {
    result: resultOf({ ...row, engineVersion }, 'roll-up'),
    runIds: members.map(({ id }) => id),
    remarks,
  };
}

function resultOf(row: ResultRow, kind: OverviewResult['kind']): OverviewResult {
  const { id, engineVersion, inputSha256, resultSha256, publishedAt } = row;
  return { id, kind, engineVersion, inputSha256, resultSha256, publishedAt: publishedAt.toISOString() };
}

/** Whether the establishment of each staff group was loaded in all of the runs that have the group. */
export async function readEstablishmentBases(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, EstablishmentBasis>> {
  const rows: { code: string; assumed: string }[] = await manager.query(
    `SELECT staff_group_code AS code, SUM(establishment IS NULL) AS assumed FROM projection_opening
      WHERE result_id IN (?) GROUP BY staff_group_code`,
    [runIds],
  );
  return new Map(rows.map(({ code, assumed }) => [code, Number(assumed) === 0 ? 'loaded' : 'assumed']));
}

/** Notices of some runs. One that several runs share is said once, with how many say it. */
export async function readSharedNotices(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<readonly ProjectionNotice[]> {
  const rows: {
    code: string;
    staffGroup: string | null;
    message: string;
    amount: string | null;
    runs: string;
  }[] = await manager.query(
    `SELECT code, staff_group_code AS staffGroup, MIN(message) AS message, MIN(amount) AS amount,
              COUNT(DISTINCT result_id) AS runs
         FROM projection_notice WHERE result_id IN (?)
        GROUP BY code, staff_group_code ORDER BY MIN(seq)`,
    [runIds],
  );
  return rows.map(({ code, staffGroup, message, amount, runs }) => {
    const isShared = Number(runs) > 1;
    return {
      code,
      staffGroup,
      message: isShared ? `In ${runs} of ${runIds.length} organisations, for instance: ${message}` : message,
      amount: isShared || amount === null ? null : Number(amount),
    };
  });
}
