import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { insertRows, type UnitOfWork } from '#persistence';
import type { QueuedJob } from '#queue';
import type { DataSource } from 'typeorm';
import type { Solved } from './solved';

const compress = promisify(gzip);

/** A question that this worker works out. */
export interface ClaimedProposal {
  readonly id: string;
  readonly worker: string;
}

/** After this many beginnings without an end it is left alone and shown as failed. */
const MOST_ATTEMPTS = 3;

/** Claims, keeps and ends questions to the optimiser; one worker has a question at a time. */
export class ProposalClaimsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly claimant: {
      readonly name: string;
      readonly leaseMilliseconds: number;
      readonly engineVersion: string;
    },
  ) {}

  /** Questions that wait, or whose worker has gone. */
  async due(): Promise<readonly QueuedJob[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM plan_proposal
        WHERE state = 'waiting' OR (state = 'running' AND lease_until <= UTC_TIMESTAMP(6))
        ORDER BY requested_at`,
    );
    return rows.map(({ id }) => ({ name: 'solve-proposal', payload: { proposalId: id } }));
  }

  /** @returns null where it is answered, cancelled, in other hands, or given up */
  async claim(proposalId: string): Promise<ClaimedProposal | null> {
    const { name, leaseMilliseconds, engineVersion } = this.claimant;
    const taken: { affectedRows: number } = await this.dataSource.query(
      `UPDATE plan_proposal
          SET state = IF(attempts >= ?, 'failed', 'running'), attempts = attempts + 1, progress = 0, worker = ?,
              lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, engine_version = ?,
              started_at = UTC_TIMESTAMP(6),
              error = IF(state = 'failed', 'It was begun three times and never ended.', NULL)
        WHERE id = ? AND (state = 'waiting' OR (state = 'running' AND lease_until <= UTC_TIMESTAMP(6)))`,
      [MOST_ATTEMPTS, name, leaseMilliseconds * 1000, engineVersion, proposalId],
    );
    if (taken.affectedRows !== 1) return null;
    const [row]: { state: string }[] = await this.dataSource.query(
      'SELECT state FROM plan_proposal WHERE id = ?',
      [proposalId],
    );
    return row?.state === 'running' ? { id: proposalId, worker: name } : null;
  }

  /** @returns false when a person cancelled it, or another worker has it */
  async renew({ id, worker }: ClaimedProposal, progress: number): Promise<boolean> {
    const renewed: { affectedRows: number } = await this.dataSource.query(
      `UPDATE plan_proposal SET lease_until = UTC_TIMESTAMP(6) + INTERVAL ? MICROSECOND, progress = ?
        WHERE id = ? AND worker = ? AND state = 'running'`,
      [this.claimant.leaseMilliseconds * 1000, progress.toFixed(4), id, worker],
    );
    return renewed.affectedRows === 1;
  }

  /**
   * Stores the answer with its lines, all or nothing.
   *
   * @param organisationOf id of an organisation by its code
   * @returns false when the question was cancelled or taken away
   */
  async publish(
    { id, worker }: ClaimedProposal,
    { content, lines }: Solved,
    organisationOf: ReadonlyMap<string, string>,
  ): Promise<boolean> {
    const compressed = await compress(JSON.stringify(content));
    return this.unitOfWork.run(async (manager) => {
      const done: { affectedRows: number } = await manager.query(
        `UPDATE plan_proposal
            SET state = 'done', progress = 1, outcome = ?, content = ?, finished_at = UTC_TIMESTAMP(6),
                lease_until = NULL, error = NULL
          WHERE id = ? AND worker = ? AND state = 'running'`,
        [content.outcome, compressed, id, worker],
      );
      if (done.affectedRows !== 1) return false;
      await insertRows(
        manager,
        'plan_proposal_line',
        ['proposal_id', 'place', 'organisation_id', 'lever', 'label', 'unit', 'amounts', 'cost'],
        lines.map(({ organisation, lever, label, unit, amounts, cost }, place) => [
          id,
          place,
          organisationOf.get(organisation) ?? organisation,
          lever,
          label,
          unit,
          JSON.stringify(amounts),
          cost.toFixed(2),
        ]),
      );
      return true;
    });
  }

  /** Hands it back because this worker stops. It does not count as an attempt. */
  async handBack({ id, worker }: ClaimedProposal): Promise<void> {
    await this.dataSource.query(
      `UPDATE plan_proposal SET state = 'waiting', attempts = attempts - 1, worker = NULL, lease_until = NULL
        WHERE id = ? AND worker = ? AND state = 'running'`,
      [id, worker],
    );
  }

  /** Ends it as failed: the same question would fail again. */
  async fail({ id, worker }: ClaimedProposal, error: string): Promise<void> {
    await this.dataSource.query(
      `UPDATE plan_proposal
          SET state = 'failed', error = ?, finished_at = UTC_TIMESTAMP(6), lease_until = NULL
        WHERE id = ? AND worker = ? AND state = 'running'`,
      [error, id, worker],
    );
  }
}
