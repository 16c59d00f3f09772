import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { DataSource } from 'typeorm';
import { ConcernError } from '#platform';
import { WAITING, type QueueLocation } from './bullmq.doorbell';
import { QUEUES } from './job.catalogue';
import { assertReady, createProducerClient } from './redis-client';

/** How long something waits at most while all is well, in seconds. */
const LONGEST_WAIT_SECONDS = 60;
/** A Redis this full will refuse jobs soon. */
const MOST_MEMORY_SHARE = 0.9;
const EVICTION_POLICY = 'noeviction';

/** What waits in a line: how much, and for how many seconds the oldest. */
export interface WaitingLine {
  readonly depth: number;
  readonly oldestSeconds: number;
}

/** Messages of the outbox that nobody has relayed, by the database's clock. */
export async function readOutboxLine(dataSource: DataSource): Promise<WaitingLine> {
  const [row]: { depth: number | string; seconds: number | string | null }[] = await dataSource.query(
    `SELECT COUNT(*) AS depth, TIMESTAMPDIFF(SECOND, MIN(created_at), UTC_TIMESTAMP(6)) AS seconds
       FROM outbox WHERE relayed_at IS NULL`,
  );
  return { depth: Number(row?.depth ?? 0), oldestSeconds: Number(row?.seconds ?? 0) };
}

/** @throws ConcernError when messages wait too long: no worker relays them */
export async function assertOutboxMoves(dataSource: DataSource): Promise<void> {
  const { depth, oldestSeconds } = await readOutboxLine(dataSource);
  if (oldestSeconds > LONGEST_WAIT_SECONDS) {
    throw new ConcernError(`${depth} messages wait, the oldest for ${oldestSeconds} s; is a worker running?`);
  }
}

/** Looks at Redis and the queues in it, with a connection of its own. */
export class QueueInspector {
  private readonly client: Redis;
  private queues: readonly Queue[] = [];

  constructor(private readonly location: QueueLocation) {
    this.client = createProducerClient(location.redisUrl);
  }

  /** Jobs that nobody has taken, by queue. @throws UnavailableError while Redis is away */
  async lines(): Promise<Readonly<Record<string, WaitingLine>>> {
    await assertReady(this.client);
    if (this.queues.length === 0) this.queues = QUEUES.map((name) => this.queueOf(name));
    const lines = this.queues.map(async (queue): Promise<[string, WaitingLine]> => {
      const waiting = await queue.getJobs([...WAITING]);
      const oldest = Math.min(...waiting.map(({ timestamp }) => timestamp));
      const oldestSeconds = waiting.length === 0 ? 0 : Math.max(0, (Date.now() - oldest) / 1000);
      return [queue.name, { depth: waiting.length, oldestSeconds }];
    });
    return Object.fromEntries(await Promise.all(lines));
  }

  /** @throws ConcernError when a run has waited too long: there are too few workers */
  async assertRunsMove(): Promise<void> {
    const { projections } = await this.lines();
    if (projections !== undefined && projections.oldestSeconds > LONGEST_WAIT_SECONDS) {
      const { depth, oldestSeconds } = projections;
      throw new ConcernError(
        `${depth} runs wait, the oldest for ${Math.round(oldestSeconds)} s; add workers`,
      );
    }
  }

  /** @throws ConcernError for a Redis that may forget jobs or is nearly full */
  async assertRedisFit(): Promise<void> {
    await assertReady(this.client);
    const text = await this.client.info('memory');
    const field = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(text)?.[1]?.trim() ?? '';
    if (field('maxmemory_policy') !== EVICTION_POLICY) {
      throw new ConcernError(`maxmemory-policy is ${field('maxmemory_policy')}; set ${EVICTION_POLICY}`);
    }
    const [used, most] = [Number(field('used_memory')), Number(field('maxmemory'))];
    if (most > 0 && used > most * MOST_MEMORY_SHARE) {
      throw new ConcernError(`its memory is ${Math.round((used / most) * 100)} % full; raise maxmemory`);
    }
  }

  /** A queue made before its client is ready would refuse every command for ever. */
  private queueOf(name: string): Queue {
    const { prefix } = this.location;
    const queue = new Queue(name, { connection: this.client, prefix, skipWaitingForReady: true });
    queue.on('error', () => undefined);
    return queue;
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.queues.map((queue) => queue.close()));
    this.client.disconnect();
  }
}
