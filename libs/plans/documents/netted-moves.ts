import { netMovesOfRuns } from '#projections';
import type { EntityManager } from 'typeorm';
import { describeNetting, type NettedList } from '../checks';
import type { ChosenRun } from './chosen-runs';
import type { DocumentContext } from './document-context';

/** What is netted between the chosen runs of a system, in words and as a list. */
export async function nettedMoves(
  manager: EntityManager,
  { staffGroups }: DocumentContext,
  runs: readonly ChosenRun[],
): Promise<NettedList> {
  const netted = await netMovesOfRuns(
    manager,
    runs.map(({ runId }) => runId),
  );
  return describeNetting(
    Object.entries(netted).map(([code, { people }]) => ({
      code,
      label: staffGroups.get(code) ?? code,
      people,
    })),
  );
}
