import { recordAudit } from '#access';
import { readScenarioChain } from '#assumptions';
import { OrganisationTree } from '#organisations';
import { insertRows } from '#persistence';
import { canonicalJson, ConflictError, newId, NotFoundError, sha256Hex } from '#platform';
import { appendOutbox, type ProjectionUnit } from '#queue';
import type { EntityManager } from 'typeorm';
import type { Asked } from './asked';

/** A question to the optimiser, and who asks. */
export interface NewProposal extends ProjectionUnit {
  readonly asked: Asked;
  readonly actor: { readonly id: string };
  readonly correlationId?: string | null | undefined;
  /** Of a question that may be sent again when its answer is lost: it is asked once. */
  readonly idempotencyKey?: string | null | undefined;
}

interface BaseRow {
  readonly organisationId: string;
  readonly runId: string | null;
  readonly inputSha256: string | null;
}

/**
 * Stores the question with the published runs that it starts from, and asks a worker for it, in the caller's
 * transaction.
 *
 * @returns the id of the proposal
 * @throws NotFoundError for an unknown scenario or organisation
 * @throws ConflictError where something at or under the organisation is not calculated yet
 */
export async function startProposal(manager: EntityManager, proposal: NewProposal): Promise<string> {
  const { scenarioId, organisationId, asked, actor, correlationId = null } = proposal;
  const base = await readBase(manager, { scenarioId, organisationId });
  const id = newId();
  const inputs = base.map(({ inputSha256 }) => inputSha256).sort();
  await insertRows(
    manager,
    'plan_proposal',
    [
      'id',
      'scenario_id',
      'organisation_id',
      'kind',
      'request',
      'input_sha256',
      'state',
      'progress',
      'attempts',
      'requested_by',
      'requested_at',
    ],
    [
      [
        id,
        scenarioId,
        organisationId,
        asked.kind,
        canonicalJson(asked),
        sha256Hex(canonicalJson(inputs)),
        'waiting',
        0,
        0,
        actor.id,
        new Date(),
      ],
    ],
  );
  await insertRows(
    manager,
    'plan_proposal_base',
    ['proposal_id', 'organisation_id', 'run_id', 'input_sha256'],
    base.map((row) => [id, row.organisationId, row.runId, row.inputSha256]),
  );
  await appendOutbox(manager, 'proposal.requested', { proposalId: id });
  await recordAudit(manager, {
    actor: actor.id,
    action: 'proposal.requested',
    entity: 'plan-proposal',
    entityId: id,
    organisationId,
    detail: { scenarioId, kind: asked.kind },
    correlationId,
  });
  return id;
}

/** The published runs at or under the organisation. */
async function readBase(
  manager: EntityManager,
  { scenarioId, organisationId }: ProjectionUnit,
): Promise<readonly { organisationId: string; runId: string; inputSha256: string }[]> {
  const { round } = await readScenarioChain(manager, scenarioId);
  const tree = await OrganisationTree.load(manager, round.treeAsAt);
  if (tree.node(organisationId) === undefined) {
    throw new NotFoundError('The organisation is not part of the round.', { organisationId });
  }
  const under = [organisationId, ...tree.descendantsOf(organisationId).map(({ id }) => id)];
  const rows: BaseRow[] = await manager.query(
    `SELECT u.organisation_id AS organisationId, r.id AS runId, r.input_sha256 AS inputSha256
       FROM projection_unit u
       JOIN round_participant p
         ON p.organisation_id = u.organisation_id AND p.round_id = ? AND p.baseline_snapshot_id IS NOT NULL
       LEFT JOIN projection_run r ON r.id = u.published_run_id
      WHERE u.scenario_id = ? AND u.organisation_id IN (?)
      ORDER BY u.organisation_id`,
    [round.id, scenarioId, under],
  );
  if (rows.length === 0) {
    throw new ConflictError('Nothing at or under the organisation is projected: load a baseline first.', {
      organisationId,
    });
  }
  return rows.map((row) => {
    const { runId, inputSha256 } = row;
    if (runId !== null && inputSha256 !== null) {
      return { organisationId: row.organisationId, runId, inputSha256 };
    }
    const name = tree.node(row.organisationId)?.name ?? row.organisationId;
    throw new ConflictError(
      `${name} is not calculated yet: wait until its figures are there, then ask again.`,
      {
        organisationId: row.organisationId,
      },
    );
  });
}
