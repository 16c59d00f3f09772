import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { readScenarioChain } from '#assumptions';
import { financialYearLabel } from '#modules/report-layout';
import { OrganisationTree } from '#organisations';
import { NotFoundError } from '#platform';
import type { ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import type { Asked } from './asked';
import type { ProposalBase, ProposalDetail, ProposalLine, ProposalState, ProposalSummary } from './proposal';
import type { SolvedGoal, SolvedPlan } from './solved';

const decompress = promisify(gunzip);

interface SummaryRow {
  readonly id: string;
  readonly scenarioId: string;
  readonly organisationId: string;
  readonly kind: Asked['kind'];
  readonly state: ProposalState;
  readonly progress: string;
  readonly outcome: string | null;
  readonly error: string | null;
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

const SUMMARY = `
  p.id, p.scenario_id AS scenarioId, p.organisation_id AS organisationId, p.kind, p.state, p.progress, p.outcome,
  p.error, (SELECT name FROM person WHERE person.id = p.requested_by) AS requestedBy,
  p.requested_at AS requestedAt, p.finished_at AS finishedAt`;

const MOST_LISTED = 50;

function summaryOf(row: SummaryRow): ProposalSummary {
  const { id, scenarioId, organisationId, kind, state, outcome, error, requestedBy } = row;
  return {
    id,
    scenarioId,
    organisationId,
    kind,
    state,
    progress: Number(row.progress),
    outcome,
    error,
    requestedBy,
    requestedAt: row.requestedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** The newest questions at an organisation under a scenario, newest first. */
export async function readProposals(
  manager: EntityManager,
  { scenarioId, organisationId }: ProjectionUnit,
): Promise<readonly ProposalSummary[]> {
  const rows: SummaryRow[] = await manager.query(
    `SELECT ${SUMMARY} FROM plan_proposal p WHERE p.scenario_id = ? AND p.organisation_id = ?
      ORDER BY p.requested_at DESC, p.id DESC LIMIT ${MOST_LISTED}`,
    [scenarioId, organisationId],
  );
  return rows.map(summaryOf);
}

interface DetailRow extends SummaryRow {
  readonly request: string;
  readonly engineVersion: string | null;
  readonly inputSha256: string;
  readonly content: Buffer | null;
}

/** A question with its answer. @throws NotFoundError for an unknown one */
export async function readProposal(manager: EntityManager, proposalId: string): Promise<ProposalDetail> {
  const [row]: DetailRow[] = await manager.query(
    `SELECT ${SUMMARY}, p.request, p.engine_version AS engineVersion, p.input_sha256 AS inputSha256, p.content
       FROM plan_proposal p WHERE p.id = ?`,
    [proposalId],
  );
  if (row === undefined) throw new NotFoundError('There is no such proposal.', { proposalId });
  const { round } = await readScenarioChain(manager, row.scenarioId);
  const placed = placedIn(await OrganisationTree.load(manager, round.treeAsAt));
  const content = row.content === null ? null : (await decompress(row.content)).toString('utf8');
  return {
    ...summaryOf(row),
    request: JSON.parse(row.request) as Asked,
    engineVersion: row.engineVersion,
    inputSha256: row.inputSha256,
    years: Array.from({ length: round.years }, (_, index) => round.firstYear + index).map((year) => ({
      year,
      label: financialYearLabel(year),
    })),
    base: await readBase(manager, proposalId, placed),
    lines: await readLines(manager, proposalId, placed),
    content: content === null ? null : answerOf(content),
  };
}

/** Names an organisation of the round. */
type Placed = (organisationId: string) => ProposalBase['organisation'];

function placedIn(tree: OrganisationTree): Placed {
  return (id) => {
    const node = tree.node(id);
    return { id, code: node?.code ?? '', name: node?.name ?? id };
  };
}

async function readBase(
  manager: EntityManager,
  proposalId: string,
  placed: Placed,
): Promise<readonly ProposalBase[]> {
  const rows: { organisationId: string; runId: string; inputSha256: string }[] = await manager.query(
    `SELECT organisation_id AS organisationId, run_id AS runId, input_sha256 AS inputSha256
       FROM plan_proposal_base WHERE proposal_id = ?`,
    [proposalId],
  );
  return rows
    .map(({ organisationId, ...base }) => ({ organisation: placed(organisationId), ...base }))
    .sort((left, right) => (left.organisation.code < right.organisation.code ? -1 : 1));
}

interface LineRow {
  readonly place: number;
  readonly organisationId: string;
  readonly lever: string;
  readonly label: string;
  readonly unit: string;
  readonly amounts: string;
  readonly cost: string;
  readonly acceptedAt: Date | null;
  readonly acceptedBy: string | null;
  readonly acceptedScenarioId: string | null;
  readonly acceptedScenario: string | null;
}

async function readLines(
  manager: EntityManager,
  proposalId: string,
  placed: Placed,
): Promise<readonly ProposalLine[]> {
  const rows: LineRow[] = await manager.query(
    `SELECT t.place, t.organisation_id AS organisationId, t.lever, t.label, t.unit, t.amounts, t.cost,
            t.accepted_at AS acceptedAt, (SELECT name FROM person WHERE person.id = t.accepted_by) AS acceptedBy,
            t.accepted_scenario_id AS acceptedScenarioId,
            (SELECT s.name FROM scenario s WHERE s.id = t.accepted_scenario_id) AS acceptedScenario
       FROM plan_proposal_line t WHERE t.proposal_id = ? ORDER BY t.place`,
    [proposalId],
  );
  return rows.map((row) => ({
    place: Number(row.place),
    organisation: placed(row.organisationId),
    lever: row.lever,
    label: row.label,
    unit: row.unit,
    amounts: JSON.parse(row.amounts) as number[],
    cost: Number(row.cost),
    accepted: acceptedOf(row),
  }));
}

function acceptedOf({
  acceptedAt,
  acceptedBy,
  acceptedScenarioId,
  acceptedScenario,
}: LineRow): ProposalLine['accepted'] {
  if (acceptedAt === null) return null;
  return {
    at: acceptedAt.toISOString(),
    by: acceptedBy,
    scenario: { id: acceptedScenarioId ?? '', name: acceptedScenario ?? '' },
  };
}

/** An answer as it was kept: older ones have neither ranges over organisations nor systems. */
function answerOf(content: string): SolvedPlan | SolvedGoal {
  const kept = JSON.parse(content) as SolvedPlan | SolvedGoal;
  if (kept.kind === 'goal') return kept;
  return {
    ...kept,
    nation: kept.nation ?? null,
    levers: kept.levers.map((lever) => ({ ...WITHOUT_RANGE, ...lever })),
  };
}

const WITHOUT_RANGE = { range: null };
