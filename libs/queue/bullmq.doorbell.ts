import { Logger } from '@nestjs/common';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { coalesce, jobKey } from './coalesce';
import { Doorbell } from './doorbell';
import { JOB_CATALOGUE, QUEUES, type QueueName, type QueuedJob } from './job.catalogue';
import type { Lanes } from './lanes';
import { assertReady, createProducerClient } from './redis-client';
import { takeTurns } from './turns';

/** Where BullMQ keeps jobs that nobody has taken: those with a turn, and those handed back. */
export const WAITING = ['prioritized', 'wait'] as const;

/** Where the queues live. */
export interface QueueLocation {
  readonly redisUrl: string;
  /** Prefix of every key in Redis. */
  readonly prefix: string;
}

/**
 * Rings through BullMQ. Each job has its turn as its priority, so that nobody who asks for much keeps the others
 * waiting. Jobs get BullMQ's own ids: an id of ours would be ignored without a word while a
 * finished job of that id is kept.
 */
export class BullDoorbell extends Doorbell {
  private readonly logger = new Logger(BullDoorbell.name);
  private readonly client: Redis;
  private readonly queues = new Map<QueueName, Queue>();

  constructor(
    private readonly location: QueueLocation,
    private readonly lanes: Lanes,
  ) {
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
    const waiting = await waitingJobs(queue);
    const missing = coalesce(jobs, new Set(waiting.map(({ job }) => jobKey(job))));
    if (missing.length === 0) return 0;
    const lanes = await this.lanes.of([...waiting.map(({ job }) => job), ...missing]);
    const turns = takeTurns(
      lanes.slice(waiting.length),
      waiting.map(({ turn }, index) => ({ turn, lane: lanes[index] ?? '' })),
    );
    const added = missing.map(({ name, payload }, index) => ({
      name,
      data: payload,
      opts: { priority: turns[index] ?? 1 },
    }));
    await queue.addBulk(added);
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

interface WaitingJob {
  readonly job: QueuedJob;
  readonly turn: number;
}

/** The jobs that nobody has taken: each will read the newest input when it is taken. */
async function waitingJobs(queue: Queue): Promise<readonly WaitingJob[]> {
  if ((await queue.getJobCountByTypes(...WAITING)) === 0) return [];
  const jobs = await queue.getJobs([...WAITING]);
  // A job that is taken between the list and the look at it is no longer there.
  return jobs.flatMap((job) =>
    (job as typeof job | undefined) === undefined
      ? []
      : [{ job: { name: job.name, payload: job.data as unknown } as QueuedJob, turn: job.priority }],
  );
}
