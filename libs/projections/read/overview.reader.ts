import { financialYearLabel } from '#modules/report-layout';
import type { OrganisationNode } from '#organisations';
import type { EntityManager } from 'typeorm';
import { addNetted } from '../roll-up/roll-up-sum';
import type { NettedMoves } from '../roll-up/net-moves';
import { readSeries } from '../series/result.repository';
import { coveredOrganisations, describeCoverage, readBases } from './coverage';
import type { Coverage, Netting, Overview } from './overview';
import { overviewFigures } from './overview-figures';
import {
  readCurrentRollUp,
  readEstablishmentBases,
  readPublishedRun,
  readSharedNotices,
  type PublishedResult,
} from './published-result.repository';
import { readStaffGroupTree } from './staff-group.repository';
import { sumFreshness, unitFreshness, type UnitState } from './unit-freshness';
import { nodeOf, readScenarioPlace, readUnitStates, type ScenarioPlace } from './unit-state.repository';

/** What an overview is about, read at one moment. */
interface Place extends ScenarioPlace {
  readonly node: OrganisationNode;
  readonly units: ReadonlyMap<string, UnitState>;
}

/**
 * The overview of a node: of its own run where it is projected itself, else of the current sum.
 *
 * @param manager of a transaction in which all plain reads see one moment
 * @throws NotFoundError for an unknown scenario, or an organisation outside the round's tree
 */
export async function readOverview(
  manager: EntityManager,
  scenarioId: string,
  organisationId: string,
): Promise<Overview> {
  const scenarioPlace = await readScenarioPlace(manager, scenarioId);
  const node = nodeOf(scenarioPlace, organisationId);
  const place: Place = {
    ...scenarioPlace,
    node,
    units: await readUnitStates(manager, scenarioId, scenarioPlace.tree),
  };
  const published = place.units.has(node.id)
    ? await readPublishedRun(manager, scenarioId, node.id)
    : await readCurrentRollUp(manager, scenarioId, node.id);
  const { id, name } = place.scenario;
  const heading = {
    scenario: { id, name, roundId: place.round.id },
    organisation: { id: node.id, code: node.code, name: node.name, type: node.type },
    freshness: freshnessOf(place),
  };
  return published === null
    ? { ...heading, ...(await nothingPublished(manager, place)) }
    : { ...heading, ...(await publishedFigures(manager, place, published)) };
}

type Body = Omit<Overview, 'scenario' | 'organisation' | 'freshness'>;

async function publishedFigures(
  manager: EntityManager,
  place: Place,
  published: PublishedResult,
): Promise<Body> {
  const { result, runIds, remarks } = published;
  const series = await readSeries(manager, [result.id]);
  const figures = overviewFigures({
    series: series.get(result.id) ?? new Map(),
    establishmentBases: await readEstablishmentBases(manager, runIds),
    staffGroups: await readStaffGroupTree(manager),
    round: place.round,
  });
  return {
    result,
    coverage: remarks?.coverage ?? (await coverageOf(manager, place, runIds)),
    ...figures,
    netting: nettingOf(remarks?.netted ?? null, figures.baseline?.month ?? ''),
    notices: await readSharedNotices(manager, runIds),
  };
}

async function nothingPublished(manager: EntityManager, place: Place): Promise<Body> {
  const { firstYear, years } = place.round;
  return {
    result: null,
    coverage: await coverageOf(manager, place, []),
    years: Array.from({ length: years + 1 }, (_, index) => ({
      year: firstYear - 1 + index,
      label: financialYearLabel(firstYear - 1 + index),
      kind: index === 0 ? ('estimate' as const) : ('projected' as const),
    })),
    staffGroups: [],
    bridge: null,
    bridges: {},
    netting: nettingOf({}, ''),
    baseline: null,
    notices: [],
  };
}

async function coverageOf(
  manager: EntityManager,
  place: Place,
  runIds: readonly string[],
): Promise<Coverage> {
  const published = [...place.units].filter(([, unit]) => unit.published !== null).map(([id]) => id);
  const ids = { participants: new Set(place.units.keys()), published: new Set(published) };
  return describeCoverage(
    coveredOrganisations(place.tree, place.node, ids),
    await readBases(manager, runIds),
  );
}

function freshnessOf({ node, tree, units }: Place): Overview['freshness'] {
  const own = units.get(node.id);
  return own === undefined
    ? sumFreshness(tree.descendantsOf(node.id).flatMap(({ id }) => units.get(id) ?? []))
    : unitFreshness(own);
}

const WTE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

function nettingOf(netted: Readonly<Record<string, NettedMoves>> | null, firstMonth: string): Netting {
  if (netted === null) {
    return { joiners: 0, leavers: 0, statement: 'One organisation: there are no moves to net.' };
  }
  const fte = Object.values(addNetted([netted])).reduce((sum, moves) => sum + moves.fte, 0);
  const statement =
    fte === 0
      ? 'No moves between organisations of one system are assumed.'
      : `Joiners and leavers are each ${WTE.format(fte)} WTE lower than the organisations' sum since ${firstMonth}, because moves between organisations of one system are counted once.`;
  return { joiners: fte, leavers: fte, statement };
}
