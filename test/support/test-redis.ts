import { Redis } from 'ioredis';
import { newId, parseRedisUrl } from '#platform';

/** Keys of one test in the shared test Redis. */
export interface TestRedis {
  /** Address of the server. */
  readonly url: string;
  /** Prefix of the test's own keys; give it to the queue. */
  readonly prefix: string;
  /** A client; closed with the rest. */
  readonly client: Redis;
  /** Removes the test's keys and closes the client. */
  close(): Promise<void>;
}

/** A key space of its own for a test in the Redis of the test run. */
export function createTestRedis(): TestRedis {
  const url = testRedisUrl();
  const prefix = `test-${newId().replaceAll('-', '')}`;
  const client = new Redis({ ...parseRedisUrl(url), maxRetriesPerRequest: null });
  const close = async (): Promise<void> => {
    const keys = await client.keys(`${prefix}*`);
    if (keys.length > 0) {
      await client.unlink(...keys);
    }
    await client.quit();
  };
  return { url, prefix, client, close };
}

/** Address of the Redis of the test run. */
export function testRedisUrl(): string {
  const url = process.env['TEST_REDIS_URL'];
  if (url === undefined) {
    throw new Error('TEST_REDIS_URL is not set: run integration tests through their Jest project.');
  }
  return url;
}
