import type { OrganisationNode } from '#organisations';
import type { EntityManager } from 'typeorm';
import { readSeries } from '../series/result.repository';
import type { GroupSeries } from '../series/series.codec';
import type { EstablishmentBasis, OverviewResult } from './overview';
import { readCurrentRollUp, readEstablishmentBases, readPublishedRun } from './published-result.repository';
import { nodeOf, readScenarioPlace, type ScenarioPlace } from './unit-state.repository';

/** The published monthly series of an organisation, or of a sum, with where they come from. */
export interface NodeSeries {
  readonly scenario: ScenarioPlace['scenario'];
  readonly round: ScenarioPlace['round'];
  readonly organisation: OrganisationNode;
  /** Null before the first publication; then there are no series either. */
  readonly result: OverviewResult | null;
  /** The run itself, or those of the sum. */
  readonly runIds: readonly string[];
  /** By leaf staff group. */
  readonly series: ReadonlyMap<string, GroupSeries>;
  readonly establishmentBases: ReadonlyMap<string, EstablishmentBasis>;
}

/**
 * Reads them under one scenario: of the organisation's own run, else of the current sum.
 *
 * @param manager of a transaction in which all plain reads see one moment
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
 */
export async function readNodeSeries(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<NodeSeries> {
  const place = await readScenarioPlace(manager, scenarioId);
  const { scenario, round } = place;
  const heading = { scenario, round, organisation: nodeOf(place, organisationId) };
  const published =
    (await readPublishedRun(manager, scenarioId, organisationId)) ??
    (await readCurrentRollUp(manager, scenarioId, organisationId));
  if (published === null) {
    return { ...heading, result: null, runIds: [], series: new Map(), establishmentBases: new Map() };
  }
  const { result, runIds } = published;
  return {
    ...heading,
    result,
    runIds,
    series: (await readSeries(manager, [result.id])).get(result.id) ?? new Map<string, GroupSeries>(),
    establishmentBases: await readEstablishmentBases(manager, runIds),
  };
}
