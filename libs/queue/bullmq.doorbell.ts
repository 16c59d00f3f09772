import { Logger } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { coalesce, jobKey } from './coalesce';
import { Doorbell } from './doorbell';
import { JOB_CATALOGUE, QUEUES, type QueueName, type QueuedJob } from './job.catalogue';
import { assertReady, createProducerClient } from './redis-client';

/** Where the queues live. */
export interface QueueLocation {
  readonly redisUrl: string;
  /** Prefix of every key in Redis. */
  readonly prefix: string;
}

/**
 * Rings through BullMQ. Jobs get BullMQ's own ids: an id of ours would be ignored without a word while a
 * finished job of that id is kept.
 */
export class BullDoorbell extends Doorbell {
  private readonly logger = new Logger(BullDoorbell.name);
  private readonly client: Redis;
  private readonly queues = new Map<QueueName, Queue>();

  constructor(private readonly location: QueueLocation) {
    super();
    this.client = createProducerClient(location.redisUrl);
  }

  override async ring(jobs: readonly QueuedJob[]): Promise<number> {
    await assertReady(this.client);
    let added = 0;
    for (const name of QUEUES) {
      const ofQueue = jobs.filter((job) => JOB_CATALOGUE[job.name].queue === name);
      added += ofQueue.length === 0 ? 0 : await this.ringQueue(this.queueOf(name), ofQueue);
    }
    return added;
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.queues.values()].map((queue) => queue.close()));
    this.client.disconnect();
  }

  private async ringQueue(queue: Queue, jobs: readonly QueuedJob[]): Promise<number> {
    const missing = coalesce(jobs, await waitingKeys(queue));
    if (missing.length > 0) {
      await queue.addBulk(missing.map(({ name, payload }) => ({ name, data: payload })));
    }
    return missing.length;
  }

  /** A queue made before its client is ready would refuse every command for ever: make it when needed. */
  private queueOf(name: QueueName): Queue {
    const known = this.queues.get(name);
    if (known !== undefined) {
      return known;
    }
    const queue = new Queue(name, {
      connection: this.client,
      prefix: this.location.prefix,
      skipWaitingForReady: true,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    queue.on('error', (error) => this.logger.debug(error.message));
    this.queues.set(name, queue);
    return queue;
  }
}

/** Keys of the jobs that nobody has taken: each will read the newest input when it is taken. */
async function waitingKeys(queue: Queue): Promise<ReadonlySet<string>> {
  if ((await queue.getWaitingCount()) === 0) {
    return new Set();
  }
  const waiting = await queue.getWaiting();
  return new Set(waiting.map((job) => jobKey({ name: job.name, payload: job.data as unknown })));
}
