import type { EntityManager } from 'typeorm';
import type { WebhookEventType } from './event-types';

/** `pending` until it is `delivered`, or `failed` after its last attempt. */
export type DeliveryState = 'pending' | 'delivered' | 'failed';

/** An attempt of a delivery, as its client sees it. */
export interface DeliveryAttempt {
  readonly attempt: number;
  readonly outcome: string;
  /** HTTP status; null where none was answered. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly at: string;
}

/** Telling an endpoint of an event. */
export interface WebhookDelivery {
  readonly id: string;
  /** Also the `webhook-id` of its messages. */
  readonly eventId: string;
  readonly eventType: WebhookEventType;
  /** 1, and one more each time it is asked for again. */
  readonly run: number;
  readonly state: DeliveryState;
  readonly createdAt: string;
  /** Null once it has ended. */
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly DeliveryAttempt[];
}

interface DeliveryRow {
  readonly id: string;
  readonly eventId: string;
  readonly eventType: WebhookEventType;
  readonly run: number;
  readonly state: DeliveryState;
  readonly createdAt: Date;
  readonly nextAttemptAt: Date;
}

interface AttemptRow {
  readonly deliveryId: string;
  readonly attempt: number;
  readonly outcome: string;
  readonly status: number | null;
  readonly milliseconds: number;
  readonly at: Date;
}

/**
 * Deliveries of an endpoint, newest first.
 *
 * @param beforeId only older ones than this
 */
export async function readDeliveries(
  manager: EntityManager,
  endpointId: string,
  { beforeId, limit }: { readonly beforeId: string | null; readonly limit: number },
): Promise<readonly WebhookDelivery[]> {
  const rows: DeliveryRow[] = await manager.query(
    `SELECT d.id, d.event_id AS eventId, e.type AS eventType, d.run, d.state, d.created_at AS createdAt,
            d.next_attempt_at AS nextAttemptAt
       FROM webhook_delivery d JOIN webhook_event e ON e.id = d.event_id
      WHERE d.endpoint_id = ? AND (? IS NULL OR d.id < ?) ORDER BY d.id DESC LIMIT ?`,
    [endpointId, beforeId, beforeId, limit],
  );
  if (rows.length === 0) return [];
  const attempts: AttemptRow[] = await manager.query(
    `SELECT delivery_id AS deliveryId, attempt, outcome, status, milliseconds, at
       FROM webhook_attempt WHERE delivery_id IN (?) ORDER BY delivery_id, attempt`,
    [rows.map(({ id }) => id)],
  );
  return rows.map(({ createdAt, nextAttemptAt, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    nextAttemptAt: row.state === 'pending' ? nextAttemptAt.toISOString() : null,
    attempts: attempts
      .filter(({ deliveryId }) => deliveryId === row.id)
      .map(({ deliveryId: _, at, ...attempt }) => ({ ...attempt, at: at.toISOString() })),
  }));
}

/** Writes a delivery that is due at once. @throws the driver's duplicate-key error for a run that there is */
export async function insertDelivery(
  manager: EntityManager,
  {
    id,
    endpointId,
    eventId,
    run,
  }: Pick<WebhookDelivery, 'id' | 'eventId' | 'run'> & { readonly endpointId: string },
): Promise<void> {
  await manager.query(
    `INSERT INTO webhook_delivery (id, endpoint_id, event_id, run, state, attempts, next_attempt_at, created_at)
     VALUES (?, ?, ?, ?, 'pending', 0, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6))`,
    [id, endpointId, eventId, run],
  );
}
