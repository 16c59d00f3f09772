import { readRegistersOfUnit } from '#assumptions';
import { HistoryReader } from '#baselines';
import { registerByKey } from '#modules/register';
import { parameterByKey, PROPOSED_BY_OPTIMISER } from '#modules/registry';
import type { EntityManager } from 'typeorm';
import type { CheckMaterial, CheckedOrganisation, UnfoundedAssumption } from '../checks/check-rule';
import type { DocumentContext } from './document-context';
import type { FrozenRun } from './version-content';

/** Years of published history that growth is held against. */
const PAST_YEARS = 3;
/** Fewer others make no range. */
const FEWEST_PEERS = 5;

/** Organisation -> staff group -> mean yearly growth of WTE. */
type PastGrowth = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Everything that the checks of a document look at. */
export async function loadCheckMaterial(
  manager: EntityManager,
  context: DocumentContext,
  runs: readonly FrozenRun[],
): Promise<CheckMaterial> {
  const { document, round, contents, staffGroups } = context;
  const past = await readPastGrowth(manager, `${round.firstYear}-03-31`);
  return {
    kind: document.kind,
    years: Array.from({ length: round.years }, (_, index) => round.firstYear + index),
    organisations: runs.map(({ organisation, standing, figures }): CheckedOrganisation => ({
      ...organisation,
      standing,
      figures,
      pastGrowth: past.get(organisation.id) ?? new Map<string, number>(),
    })),
    peerGrowth: rangesOf(past),
    staffGroups,
    contents,
    commitmentsWithLines: await readCommitmentLines(manager, context, runs),
    unfounded: await readUnfounded(manager, context),
    proposed: await readProposed(manager, context),
    ownerId: document.organisationId,
  };
}

async function readPastGrowth(manager: EntityManager, upTo: string): Promise<PastGrowth> {
  const [span]: { last: string | null; first: string | null }[] = await manager.query(
    `SELECT MAX(p.month_end) AS last, LAST_DAY(DATE_SUB(MAX(p.month_end), INTERVAL ${PAST_YEARS} YEAR)) AS first
     FROM history_series s JOIN history_point p ON p.series_id = s.id
     WHERE s.measure = 'fte' AND p.month_end <= ?`,
    [upTo],
  );
  if (span === undefined || span.last === null || span.first === null) return new Map();
  const ids = (
    await manager.query<{ id: string }[]>(
      `SELECT DISTINCT s.organisation_id AS id FROM history_series s
       WHERE s.measure = 'fte' AND s.organisation_id NOT IN
         (SELECT organisation_id FROM organisation_period WHERE type IN ('nation', 'region', 'system'))`,
    )
  ).map(({ id }) => id);
  const reader = new HistoryReader(manager);
  const start = await reader.monthly(ids, 'fte', { from: span.first, to: span.first });
  const end = await reader.monthly(ids, 'fte', { from: span.last, to: span.last });
  const before = new Map(start.map((series) => [keyOf(series), series.values[0]?.value ?? null]));
  const past = new Map<string, Map<string, number>>();
  for (const series of end) {
    const from = before.get(keyOf(series)) ?? null;
    const to = series.values[0]?.value ?? null;
    if (from === null || to === null || from <= 0) continue;
    const groups = past.get(series.organisationId) ?? new Map<string, number>();
    past.set(series.organisationId, groups.set(series.staffGroupCode, (to / from) ** (1 / PAST_YEARS) - 1));
  }
  return past;
}

const keyOf = ({ organisationId, staffGroupCode }: { organisationId: string; staffGroupCode: string }) =>
  `${organisationId} ${staffGroupCode}`;

/** Between which 8 in 10 organisations lie, by staff group. */
function rangesOf(past: PastGrowth): CheckMaterial['peerGrowth'] {
  const byGroup = new Map<string, number[]>();
  for (const groups of past.values()) {
    for (const [group, yearly] of groups) byGroup.set(group, [...(byGroup.get(group) ?? []), yearly]);
  }
  return new Map(
    [...byGroup]
      .filter(([, values]) => values.length >= FEWEST_PEERS)
      .map(([group, values]) => {
        const sorted = values.toSorted((left, right) => left - right);
        const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
        return [group, [at(0.1), at(0.9)] as const];
      }),
  );
}

async function readCommitmentLines(
  manager: EntityManager,
  { contents }: DocumentContext,
  runs: readonly FrozenRun[],
): Promise<ReadonlySet<string>> {
  const isAsked = (contents['service-commitments'] ?? []).some(
    ({ values }) => values['statement'] === 'workforce-line',
  );
  const lines = new Set<string>();
  if (!isAsked) return lines;
  for (const { organisation, scenario } of runs) {
    const registers = await readRegistersOfUnit(manager, scenario.id, organisation.id);
    for (const { values } of registers.get('growth.service-commitments') ?? []) {
      const { commitment, statement } = values;
      if (statement === 'workforce-line' && typeof commitment === 'string') lines.add(commitment);
    }
  }
  return lines;
}

/** What people entered in the document's scenario without basis or note. */
async function readUnfounded(
  manager: EntityManager,
  { document, node, members, tree }: DocumentContext,
): Promise<readonly UnfoundedAssumption[]> {
  const rows: { organisationId: string; parameter: string }[] = await manager.query(
    `SELECT organisation_id AS organisationId, parameter_key AS parameter FROM assumption
     WHERE scenario_id = ? AND organisation_id IN (?) AND author_id IS NOT NULL AND operation <> 'reset'
       AND COALESCE(TRIM(basis), '') = '' AND COALESCE(TRIM(note), '') = ''
     ORDER BY organisation_id, parameter_key, staff_group_code, first_year`,
    [document.scenarioId, [node.id, ...members.map(({ id }) => id)]],
  );
  return rows.map(({ organisationId, parameter }) => ({
    organisation: tree.node(organisationId)?.name ?? organisationId,
    parameter: parameterByKey(parameter)?.label ?? parameter,
  }));
}

/** What stands in the document's scenario as the optimiser proposed it, assumptions and register entries. */
async function readProposed(
  manager: EntityManager,
  { document, node, members, tree }: DocumentContext,
): Promise<readonly UnfoundedAssumption[]> {
  const places = [document.scenarioId, [node.id, ...members.map(({ id }) => id)]];
  const assumptions: { organisationId: string; key: string }[] = await manager.query(
    `SELECT organisation_id AS organisationId, parameter_key AS \`key\` FROM assumption
      WHERE scenario_id = ? AND organisation_id IN (?) AND operation <> 'reset' AND LOWER(TRIM(basis)) = '${PROPOSED_BY_OPTIMISER}'
      ORDER BY organisation_id, parameter_key, staff_group_code, first_year`,
    places,
  );
  const entries: { organisationId: string; key: string }[] = await manager.query(
    `SELECT organisation_id AS organisationId, register_key AS \`key\` FROM register_entry
      WHERE scenario_id = ? AND organisation_id IN (?) AND entry_values IS NOT NULL
        AND (entry_values LIKE '%${PROPOSED_BY_OPTIMISER}%' OR LOWER(TRIM(note)) = '${PROPOSED_BY_OPTIMISER}')
      ORDER BY organisation_id, register_key`,
    places,
  );
  return [...assumptions, ...entries].map(({ organisationId, key }) => ({
    organisation: tree.node(organisationId)?.name ?? organisationId,
    parameter: parameterByKey(key)?.label ?? registerByKey(key)?.label ?? key,
  }));
}
