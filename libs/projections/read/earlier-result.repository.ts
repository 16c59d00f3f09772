import type { EntityManager } from 'typeorm';

/** A result that was shown before the current one, and whose series are still kept. */
export interface EarlierResult {
  readonly id: string;
  readonly kind: 'run' | 'roll-up';
  /** ISO 8601. */
  readonly publishedAt: string;
  /** The runs that it is made of: itself, or those of the sum. */
  readonly runIds: readonly string[];
}

/** Results that follow one another within this time belong to one piece of work: several saves, one sum a save. */
const ONE_PIECE_OF_WORK_MILLISECONDS = 60_000;
const MOST_LOOKED_AT = 200;

interface Candidate {
  readonly id: string;
  readonly at: Date;
}

/**
 * The run of an organisation that was published before the last changes; null where there is none.
 *
 * @param currentId the run that is published
 */
export async function readEarlierRun(
  manager: EntityManager,
  unit: { readonly scenarioId: string; readonly organisationId: string },
  currentId: string,
): Promise<EarlierResult | null> {
  const rows: Candidate[] = await manager.query(
    `SELECT l.run_id AS id, l.at FROM publish_log l
      WHERE l.scenario_id = ? AND l.organisation_id = ?
        AND EXISTS (SELECT 1 FROM projection_series s WHERE s.result_id = l.run_id)
      ORDER BY l.seq DESC LIMIT ?`,
    [unit.scenarioId, unit.organisationId, MOST_LOOKED_AT],
  );
  const found = beforeLastWork(rows, currentId);
  return found === null ? null : { ...resultOf(found, 'run'), runIds: [found.id] };
}

/** The sum of as many organisations that was shown before the last changes; null where there is none. */
export async function readEarlierRollUp(
  manager: EntityManager,
  node: { readonly scenarioId: string; readonly organisationId: string },
  current: { readonly id: string; readonly members: number },
): Promise<EarlierResult | null> {
  const rows: Candidate[] = await manager.query(
    `SELECT r.id, r.created_at AS at FROM roll_up r
      WHERE r.scenario_id = ? AND r.organisation_id = ?
        AND (SELECT COUNT(*) FROM roll_up_member m WHERE m.roll_up_id = r.id) = ?
        AND EXISTS (SELECT 1 FROM projection_series s WHERE s.result_id = r.id)
      ORDER BY r.created_at DESC, r.id DESC LIMIT ?`,
    [node.scenarioId, node.organisationId, current.members, MOST_LOOKED_AT],
  );
  const found = beforeLastWork(rows, current.id);
  if (found === null) return null;
  const members: { id: string }[] = await manager.query(
    'SELECT run_id AS id FROM roll_up_member WHERE roll_up_id = ? ORDER BY position',
    [found.id],
  );
  return { ...resultOf(found, 'roll-up'), runIds: members.map(({ id }) => id) };
}

/** Goes back from the current result to the first that is not of the same piece of work. */
export function beforeLastWork(newestFirst: readonly Candidate[], currentId: string): Candidate | null {
  const start = newestFirst.findIndex(({ id }) => id === currentId);
  if (start < 0) return null;
  let last = newestFirst[start];
  for (const candidate of newestFirst.slice(start + 1)) {
    if (last !== undefined && last.at.getTime() - candidate.at.getTime() > ONE_PIECE_OF_WORK_MILLISECONDS) {
      return candidate;
    }
    last = candidate;
  }
  // All of it is one piece of work: what was first is what it began from.
  return last === undefined || last.id === currentId ? null : last;
}

function resultOf({ id, at }: Candidate, kind: EarlierResult['kind']) {
  return { id, kind, publishedAt: at.toISOString() };
}
