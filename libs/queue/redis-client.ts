import { Logger } from '@nestjs/common';
import { Redis, type RedisOptions } from 'ioredis';
import { UnavailableError, parseRedisUrl } from '#platform';

const COMMAND_TIMEOUT_MILLISECONDS = 5000;
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

/** @throws UnavailableError unless the client is connected and ready now */
export function assertReady(client: Redis): void {
  if (client.status !== 'ready') {
    throw new UnavailableError('Redis does not answer.');
  }
}
