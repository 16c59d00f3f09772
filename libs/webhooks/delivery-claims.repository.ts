import type { DataSource, EntityManager } from 'typeorm';
import { isDuplicateKey, type UnitOfWork } from '#persistence';
import type { QueuedJob } from '#queue';
import { findEndpoint, insertVersion, type WebhookEndpoint } from './endpoint';
import type { WebhookEventType } from './event-types';
import type { AttemptOutcome } from './post-message';

/** A delivery that this process holds, with all that its message is made of. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly attempts: number;
  readonly endpoint: WebhookEndpoint;
  readonly isClientEnabled: boolean;
  readonly event: {
    readonly id: string;
    readonly type: WebhookEventType;
    readonly data: unknown;
    readonly occurredAt: string;
  };
}

/** An attempt that was made, or why none was. */
export interface FinishedAttempt {
  readonly outcome: AttemptOutcome['outcome'] | 'switched-off';
  readonly status: number | null;
  readonly milliseconds: number;
}

/** How a delivery stands after an attempt. */
export type DeliveryStanding =
  { readonly state: 'delivered' | 'failed' } | { readonly state: 'pending'; readonly seconds: number };

/** Longer than an attempt can take; a process that dies holds its deliveries for this long. */
const CLAIM_SECONDS = 60;
const BATCH = 200;
const IS_DUE = `state = 'pending' AND next_attempt_at <= UTC_TIMESTAMP(6)
  AND (claimed_until IS NULL OR claimed_until <= UTC_TIMESTAMP(6))`;

interface ClaimRow {
  readonly attempts: number;
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: WebhookEventType;
  readonly data: string;
  readonly occurredAt: Date;
  readonly isClientEnabled: number;
}

/** Holds deliveries while they are attempted, by the clock of the database alone, and writes what became of them. */
export class DeliveryClaimsRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Takes a delivery that is due; null where it is not, or another process holds it. */
  async claim(deliveryId: string): Promise<ClaimedDelivery | null> {
    const { affectedRows }: { affectedRows: number } = await this.dataSource.query(
      `UPDATE webhook_delivery SET claimed_until = UTC_TIMESTAMP(6) + INTERVAL ${CLAIM_SECONDS} SECOND
        WHERE id = ? AND ${IS_DUE}`,
      [deliveryId],
    );
    if (affectedRows === 0) return null;
    const [row]: ClaimRow[] = await this.dataSource.query(
      `SELECT d.attempts, d.endpoint_id AS endpointId, v.id AS eventId, v.type, v.data, v.occurred_at AS occurredAt,
              c.disabled_at IS NULL AS isClientEnabled
         FROM webhook_delivery d JOIN webhook_event v ON v.id = d.event_id
         JOIN webhook_endpoint e ON e.id = d.endpoint_id JOIN api_client c ON c.id = e.client_id
        WHERE d.id = ?`,
      [deliveryId],
    );
    const endpoint = row && (await findEndpoint(this.dataSource.manager, row.endpointId));
    if (row === undefined || !endpoint) return null;
    const { eventId: id, type, data, occurredAt } = row;
    return {
      id: deliveryId,
      attempts: row.attempts,
      endpoint,
      isClientEnabled: Boolean(row.isClientEnabled),
      event: { id, type, data: JSON.parse(data) as unknown, occurredAt: occurredAt.toISOString() },
    };
  }

  /** Writes an attempt and how the delivery stands after it, and switches the endpoint off for a reason. */
  async finish(
    { id, attempts, endpoint }: ClaimedDelivery,
    attempt: FinishedAttempt,
    standing: DeliveryStanding,
    switchOff: string | null,
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      await manager.query(
        `INSERT INTO webhook_attempt (delivery_id, attempt, outcome, status, milliseconds, at)
         VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(6))`,
        [id, attempts + 1, attempt.outcome, attempt.status, attempt.milliseconds],
      );
      await moveOn(manager, { id, attempts: attempts + 1 }, standing);
    });
    if (switchOff !== null) await this.#switchOff(endpoint, switchOff);
  }

  /** Whether an endpoint was told of anything since a delivery was asked for. */
  async hasReached(endpointId: string, deliveryId: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM webhook_delivery o JOIN webhook_delivery d ON d.id = ? AND o.ended_at >= d.created_at
        WHERE o.endpoint_id = ? AND o.state = 'delivered' LIMIT 1`,
      [deliveryId, endpointId],
    );
    return rows.length > 0;
  }

  /** Deliveries that are due and in nobody's hands. */
  async due(): Promise<readonly QueuedJob[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM webhook_delivery WHERE ${IS_DUE} ORDER BY next_attempt_at LIMIT ${BATCH}`,
    );
    return rows.map(({ id }) => ({ name: 'deliver-webhook', payload: { deliveryId: id } }) as const);
  }

  /** Where its client changed it meanwhile, the client's word holds. */
  async #switchOff({ id, version, url, eventTypes }: WebhookEndpoint, reason: string): Promise<void> {
    const next = { url, eventTypes, state: 'disabled', reason, requestId: null } as const;
    const add = this.unitOfWork.run((manager) => insertVersion(manager, { id, version: version + 1 }, next));
    await add.catch((error: unknown) => {
      if (!isDuplicateKey(error)) throw error;
    });
  }
}

async function moveOn(
  manager: EntityManager,
  { id, attempts }: { readonly id: string; readonly attempts: number },
  standing: DeliveryStanding,
): Promise<void> {
  const [sets, values] =
    standing.state === 'pending'
      ? ['next_attempt_at = UTC_TIMESTAMP(6) + INTERVAL ? SECOND', [standing.seconds]]
      : ['ended_at = UTC_TIMESTAMP(6)', []];
  await manager.query(
    `UPDATE webhook_delivery SET state = ?, attempts = ?, claimed_until = NULL, ${sets} WHERE id = ?`,
    [standing.state, attempts, ...values, id],
  );
}
