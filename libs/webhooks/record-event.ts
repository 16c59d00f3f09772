import type { EntityManager } from 'typeorm';
import { newId } from '#platform';
import { appendOutbox } from '#queue';
import type { WebhookEventData, WebhookEventType } from './event-types';

/**
 * Records an event in the transaction of the change that it tells of, and rings for its announcement.
 *
 * @param manager of the open transaction
 */
export async function recordEvent<T extends WebhookEventType>(
  manager: EntityManager,
  type: T,
  data: WebhookEventData[T],
): Promise<void> {
  const eventId = newId();
  await manager.query(
    'INSERT INTO webhook_event (id, type, data, occurred_at) VALUES (?, ?, ?, UTC_TIMESTAMP(6))',
    [eventId, type, JSON.stringify(data)],
  );
  await appendOutbox(manager, 'event.recorded', { eventId });
}
