import { NotFoundError } from '#platform';
import type { EntityManager } from 'typeorm';
import { sumResults, type GroupsOfResult } from '../roll-up/roll-up-sum';
import { readSeries } from '../series/result.repository';
import { decodeSeries } from '../series/series.codec';
import type { EstablishmentBasis, Overview } from './overview';
import { overviewFigures } from './overview-figures';
import { readEstablishmentBases } from './published-result.repository';
import { readStaffGroupTree, type StaffGroupNode } from './staff-group.repository';

/** The figures of named runs together: those of an overview, whatever is published since. */
export type SumOfRuns = Pick<Overview, 'years' | 'staffGroups' | 'bridge' | 'bridges' | 'baseline'>;

/** What a sum is read against, beside its series. */
export interface SumSurroundings {
  readonly establishmentBases: ReadonlyMap<string, EstablishmentBasis>;
  readonly staffGroups: readonly StaffGroupNode[];
  readonly round: { readonly firstYear: number; readonly years: number };
}

/**
 * Sums runs of one system, moves between its organisations counted once.
 *
 * @param runIds in the order in which they are summed; at least one
 * @throws NotFoundError where the series of a run are not kept
 */
export async function readSumOfRuns(
  manager: EntityManager,
  runIds: readonly string[],
  round: SumSurroundings['round'],
): Promise<SumOfRuns> {
  return sumOfResults([...(await readKeptSeries(manager, runIds)).values()], {
    establishmentBases: await readEstablishmentBases(manager, runIds),
    staffGroups: await readStaffGroupTree(manager),
    round,
  });
}

/** The figures of results together. Pure. @param results at least one, in the order in which they are summed */
export function sumOfResults(results: readonly GroupsOfResult[], surroundings: SumSurroundings): SumOfRuns {
  const { groups } = sumResults(results, results.length > 1 ? 'net' : 'gross');
  const series = new Map(groups.map(({ code, content }) => [code, decodeSeries(content)]));
  return overviewFigures({ series, ...surroundings });
}

/** The series of runs in their order. @throws NotFoundError naming the first run without any */
export async function readKeptSeries(
  manager: EntityManager,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, GroupsOfResult>> {
  const series = await readSeries(manager, runIds);
  const lost = runIds.find((runId) => (series.get(runId)?.size ?? 0) === 0);
  if (lost !== undefined) {
    throw new NotFoundError('The series of this run are not kept any more.', { runId: lost });
  }
  return series;
}
