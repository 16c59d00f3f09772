import { once } from 'node:events';
import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { UnavailableError, parseRedisUrl } from '#platform';

const COMMAND_TIMEOUT_MILLISECONDS = 5000;
/** A connection whose question gets no answer for so long is dead. Longer than a worker waits for a job, at most 10 s. */
const SILENCE_MILLISECONDS = 15_000;
const LONGEST_RECONNECT_PAUSE_MILLISECONDS = 1000;

/** A client that fails at once while Redis is away, and is back as soon as Redis is. */
export function createProducerClient(redisUrl: string): Redis {
  return createClient({
    ...parseRedisUrl(redisUrl),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: COMMAND_TIMEOUT_MILLISECONDS,
  });
}

/** A client for taking jobs: it waits for as long as Redis is away. */
export function createConsumerClient(redisUrl: string): Redis {
  return createClient({ ...parseRedisUrl(redisUrl), maxRetriesPerRequest: null });
}

function createClient(options: RedisOptions): Redis {
  const client = new Redis({
    ...options,
    socketTimeout: SILENCE_MILLISECONDS,
    retryStrategy: (attempt) => Math.min(attempt * 50, LONGEST_RECONNECT_PAUSE_MILLISECONDS),
  });
  reportOutages(client);
  return client;
}

/** Says once that Redis is away and once that it is back. */
function reportOutages(client: Redis): void {
  const logger = new Logger('Redis');
  let isAway = false;
  client.on('error', (error: Error) => {
    if (!isAway) {
      logger.warn(`Redis does not answer: ${error.message}`);
      isAway = true;
    }
  });
  client.on('ready', () => {
    if (isAway) {
      logger.log('Redis answers again.');
      isAway = false;
    }
  });
}

/** How long a client that has never been connected may take. */
const FIRST_CONNECTION_MILLISECONDS = 2000;

/**
 * Waits for the first connection of a client; later on a client is ready or it is not.
 *
 * @throws UnavailableError when Redis does not answer
 */
export async function assertReady(client: Redis): Promise<void> {
  if (client.status === 'connecting' || client.status === 'connect') {
    const signal = AbortSignal.timeout(FIRST_CONNECTION_MILLISECONDS);
    await once(client, 'ready', { signal }).catch(() => undefined);
  }
  if (client.status !== 'ready') {
    throw new UnavailableError('Redis does not answer.');
  }
}
