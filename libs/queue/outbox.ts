import type { EntityManager } from 'typeorm';
import type { QueuedJob, ProjectionUnit } from './job.catalogue';

/** What the outbox tells of. The row commits with the change itself. */
export interface OutboxTopics {
  /** The input of a unit changed. */
  readonly 'projection.requested': ProjectionUnit;
  /** A schedule or a person wants the unit computed again, changed or not. */
  readonly 'projection.recalculation-requested': ProjectionUnit;
  /** A unit of the scenario was published: the sums above it are due. */
  readonly 'roll-up.requested': { readonly scenarioId: string };
  /** A planner asked the optimiser. */
  readonly 'proposal.requested': { readonly proposalId: string };
  /** Something happened that clients of the national API are told of. */
  readonly 'event.recorded': { readonly eventId: string };
  /** An endpoint is to be told of an event. */
  readonly 'delivery.requested': { readonly deliveryId: string };
}
export type OutboxTopic = keyof OutboxTopics;

/** Rows written by one INSERT. */
const CHUNK = 500;

/**
 * Writes a message in the transaction of the change that it tells of.
 *
 * @param manager of the open transaction
 */
export async function appendOutbox<T extends OutboxTopic>(
  manager: EntityManager,
  topic: T,
  payload: OutboxTopics[T],
): Promise<void> {
  await appendOutboxRows(manager, topic, [payload]);
}

/** {@link appendOutbox} for many messages of one topic. */
export async function appendOutboxRows<T extends OutboxTopic>(
  manager: EntityManager,
  topic: T,
  payloads: readonly OutboxTopics[T][],
): Promise<void> {
  for (let start = 0; start < payloads.length; start += CHUNK) {
    const chunk = payloads.slice(start, start + CHUNK);
    await manager.query(
      `INSERT INTO outbox (topic, payload, created_at)
       VALUES ${chunk.map(() => '(?, ?, UTC_TIMESTAMP(6))').join(', ')}`,
      chunk.flatMap((payload) => [topic, JSON.stringify(payload)]),
    );
  }
}

type JobsOfTopic = { readonly [T in OutboxTopic]: (payload: OutboxTopics[T]) => readonly QueuedJob[] };

/** The jobs that a message rings for. */
const JOBS_OF_TOPIC: JobsOfTopic = {
  'projection.requested': (payload) => [{ name: 'project-unit', payload }],
  'projection.recalculation-requested': (payload) => [{ name: 'recalculate-unit', payload }],
  'roll-up.requested': (payload) => [{ name: 'roll-up-scenario', payload }],
  'proposal.requested': (payload) => [{ name: 'solve-proposal', payload }],
  'event.recorded': (payload) => [{ name: 'announce-event', payload }],
  'delivery.requested': (payload) => [{ name: 'deliver-webhook', payload }],
};

/**
 * @param topic as stored
 * @param payload JSON as stored
 * @returns null for a topic that this version of the program does not know: a newer one wrote it
 */
export function jobsOf(topic: string, payload: string): readonly QueuedJob[] | null {
  if (!isTopic(topic)) {
    return null;
  }
  const jobs = JOBS_OF_TOPIC[topic] as (payload: unknown) => readonly QueuedJob[];
  return jobs(JSON.parse(payload));
}

function isTopic(topic: string): topic is OutboxTopic {
  return Object.hasOwn(JOBS_OF_TOPIC, topic);
}
