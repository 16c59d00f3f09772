import type { EntityManager } from 'typeorm';
import { readSeries } from '../series/result.repository';
import type { NettedMoves } from './net-moves';
import { sumResults } from './roll-up-sum';

/**
 * The moves between organisations of one system that a sum of their runs counts once, by staff group.
 *
 * @param runIds runs of organisations of one system; series that have expired count nothing
 */
export async function netMovesOfRuns(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<Readonly<Record<string, NettedMoves>>> {
  const results = await readSeries(manager, runIds);
  const children = [...results.values()].filter((groups) => groups.size > 0);
  return children.length < 2 ? {} : sumResults(children, 'net').netted;
}
