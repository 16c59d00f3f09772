import type { EntityManager } from 'typeorm';
import { readSeries } from '../series/result.repository';
import { readEarlierRollUp, readEarlierRun, type EarlierResult } from './earlier-result.repository';
import type { EarlierFigures } from './overview';
import { overviewFigures } from './overview-figures';
import { readCurrentRollUp, readEstablishmentBases, readPublishedRun } from './published-result.repository';
import { readStaffGroupTree } from './staff-group.repository';
import { nodeOf, readScenarioPlace } from './unit-state.repository';

/**
 * The figures that were shown for a node before the last changes of its inputs; null where none are kept.
 *
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
 */
export async function readEarlierFigures(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<EarlierFigures | null> {
  const place = await readScenarioPlace(manager, scenarioId);
  nodeOf(place, organisationId);
  const earlier = await earlierResult(manager, { scenarioId, organisationId });
  if (earlier === null) return null;
  const { id, kind, publishedAt, runIds } = earlier;
  const series = await readSeries(manager, [id]);
  const { years, staffGroups } = overviewFigures({
    series: series.get(id) ?? new Map(),
    establishmentBases: await readEstablishmentBases(manager, runIds),
    staffGroups: await readStaffGroupTree(manager),
    round: place.round,
  });
  return { result: { id, kind, publishedAt }, years, staffGroups };
}

async function earlierResult(
  manager: EntityManager,
  unit: { readonly scenarioId: string; readonly organisationId: string },
): Promise<EarlierResult | null> {
  const run = await readPublishedRun(manager, unit.scenarioId, unit.organisationId);
  if (run !== null) return readEarlierRun(manager, unit, run.result.id);
  const sum = await readCurrentRollUp(manager, unit.scenarioId, unit.organisationId);
  if (sum === null) return null;
  return readEarlierRollUp(manager, unit, { id: sum.result.id, members: sum.runIds.length });
}
