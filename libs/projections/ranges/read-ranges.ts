import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { RangesOfNode } from '#modules/uncertainty';
import type { EntityManager } from 'typeorm';

const decompress = promisify(gunzip);

/** How far the likely ranges of a node are. */
export interface RangesState {
  /** `none` where no draws are made, or nothing is published. */
  readonly state: 'none' | 'drawing' | 'ready' | 'failed';
  /** Share drawn, 0 to 1. */
  readonly progress: number;
  readonly message: string | null;
}

/** The likely ranges of a node; null until they are drawn. Ranges of an earlier sum are not shown. */
export interface NodeRanges extends RangesState {
  readonly draws: number | null;
  readonly seed: string | null;
  readonly engineVersion: string | null;
  readonly ranges: RangesOfNode | null;
}

interface SetRow {
  readonly id: string;
  readonly state: string;
  readonly progress: string;
  readonly error: string | null;
  readonly draws: number;
  readonly seed: string;
  readonly engineVersion: string;
}

const NONE: NodeRanges = {
  state: 'none',
  progress: 0,
  message: null,
  draws: null,
  seed: null,
  engineVersion: null,
  ranges: null,
};

/**
 * Ranges of an organisation (from the current sum directly above it) or of a sum.
 *
 * @param above the organisation, and the node directly above it: a set belongs to either.
 */
export async function readRanges(
  manager: EntityManager,
  scenarioId: string,
  above: { readonly organisationId: string; readonly parentId: string | null },
): Promise<NodeRanges> {
  const [set]: SetRow[] = await manager.query(
    `SELECT s.id, s.state, s.progress, s.error, s.draws, s.seed, s.engine_version AS engineVersion
       FROM roll_up r JOIN projection_range_set s ON s.roll_up_id = r.id
       LEFT JOIN projection_range own ON own.range_set_id = s.id AND own.organisation_id = ?
      WHERE r.scenario_id = ? AND r.is_current = 1 AND r.organisation_id IN (?)
      ORDER BY own.range_set_id IS NOT NULL DESC, s.created_at DESC LIMIT 1`,
    [above.organisationId, scenarioId, [above.organisationId, above.parentId ?? above.organisationId]],
  );
  if (set === undefined) return NONE;
  const { draws, seed, engineVersion } = set;
  const known = { draws: Number(draws), seed, engineVersion };
  const [row]: { content: Buffer }[] = await manager.query(
    'SELECT content FROM projection_range WHERE range_set_id = ? AND organisation_id = ?',
    [set.id, above.organisationId],
  );
  if (row === undefined) return { ...stateOf(set), ...known, ranges: null };
  const ranges = JSON.parse((await decompress(row.content)).toString('utf8')) as RangesOfNode;
  return { state: 'ready', progress: 1, message: null, ...known, ranges };
}

function stateOf({ state, progress, error }: SetRow): RangesState {
  const isFailed = state === 'failed';
  return { state: isFailed ? 'failed' : 'drawing', progress: Number(progress), message: error };
}
