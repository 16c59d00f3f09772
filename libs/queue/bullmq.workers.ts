import { Logger } from '@nestjs/common';
import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { QueueLocation } from './bullmq.doorbell';
import { QUEUES, type QueueName } from './job.catalogue';
import type { JobHandlers } from './job-handlers';
import { createConsumerClient } from './redis-client';

/** How many jobs of each queue one process handles at a time. */
export type QueueConcurrency = Readonly<Record<QueueName, number>>;

/**
 * A worker killed twice on one job would fail that job for good, whatever its attempts say. Kills are
 * ordinary here (a deployment is one), and attempts are counted in the database.
 */
const STALLS_ALLOWED = 1_000_000;
const LOCK_MILLISECONDS = 30_000;

/** Takes jobs from every queue and hands them to their handlers. */
export class BullWorkers {
  private readonly logger = new Logger(BullWorkers.name);
  private readonly client: Redis;
  private workers: readonly Worker[] = [];

  constructor(
    private readonly location: QueueLocation,
    private readonly handlers: JobHandlers,
    private readonly concurrency: QueueConcurrency,
  ) {
    this.client = createConsumerClient(location.redisUrl);
  }

  /** @throws when a job of the catalogue has no handler */
  start(): void {
    this.handlers.assertComplete();
    this.workers = QUEUES.map((name) => this.createWorker(name));
  }

  /**
   * Takes no more jobs and waits for those in hand. BullMQ itself waits without limit; past the limit
   * the connections are cut, and what was in hand is found by the reconciler.
   */
  async drain(limitMilliseconds: number): Promise<void> {
    const closing = Promise.allSettled(this.workers.map((worker) => worker.close()));
    if (!(await endsWithin(closing, limitMilliseconds))) {
      this.logger.warn(
        `Jobs are still in hand after ${limitMilliseconds} ms; leaving them to the next worker.`,
      );
      await endsWithin(Promise.allSettled(this.workers.map((worker) => worker.close(true))), 1000);
    }
    this.client.disconnect();
  }

  private createWorker(name: QueueName): Worker {
    const worker = new Worker(name, (job) => this.handlers.handle(job.name, job.data), {
      connection: this.client,
      prefix: this.location.prefix,
      concurrency: this.concurrency[name],
      maxStalledCount: STALLS_ALLOWED,
      lockDuration: LOCK_MILLISECONDS,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    });
    worker.on('error', (error) => this.logger.debug(error.message));
    worker.on('failed', (job, error) =>
      this.logger.error(`The job ${job?.name ?? name} failed: ${error.message}`),
    );
    return worker;
  }
}

async function endsWithin(work: Promise<unknown>, limitMilliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMilliseconds);
  });
  const inTime = await Promise.race([work.then(() => true), limit]);
  clearTimeout(timer);
  return inTime;
}
