import type { EntityManager } from 'typeorm';
import type { UnitOfWork } from '#persistence';
import { newId } from '#platform';
import { appendOutboxRows, type QueuedJob } from '#queue';
import { insertDelivery } from './delivery';
import { endpointsTold } from './endpoint';
import { WEBHOOK_EVENTS, isWebhookEventType } from './event-types';

/** Events that are rung for at a time. */
const BATCH = 100;

/** Writes a delivery for each endpoint that is told of an event, once. */
export class EventAnnouncer {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @returns how many endpoints will be told; none where the event was announced before */
  announce(eventId: string): Promise<number> {
    return this.unitOfWork.run(async (manager) => {
      const type = await takeUnannounced(manager, eventId);
      if (type === null) return 0;
      const endpoints = isWebhookEventType(type)
        ? await endpointsTold(manager, type, WEBHOOK_EVENTS[type].scope)
        : [];
      const deliveries = endpoints.map(({ id }) => ({ id: newId(), endpointId: id, eventId, run: 1 }));
      for (const delivery of deliveries) await insertDelivery(manager, delivery);
      await manager.query('UPDATE webhook_event SET announced_at = UTC_TIMESTAMP(6) WHERE id = ?', [eventId]);
      await appendOutboxRows(
        manager,
        'delivery.requested',
        deliveries.map(({ id }) => ({ deliveryId: id })),
      );
      return deliveries.length;
    });
  }

  /** Events that nobody has announced, as where a ring was lost. */
  due(): Promise<readonly QueuedJob[]> {
    return this.unitOfWork.run(async (manager) => {
      const rows: { id: string }[] = await manager.query(
        `SELECT id FROM webhook_event WHERE announced_at IS NULL ORDER BY id LIMIT ${BATCH}`,
      );
      return rows.map(({ id }) => ({ name: 'announce-event', payload: { eventId: id } }) as const);
    });
  }
}

/** The type of an event, held by this transaction; null where it was announced. */
async function takeUnannounced(manager: EntityManager, eventId: string): Promise<string | null> {
  const [row]: { type: string }[] = await manager.query(
    'SELECT type FROM webhook_event WHERE id = ? AND announced_at IS NULL FOR UPDATE',
    [eventId],
  );
  return row?.type ?? null;
}
