import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { isYesWithin } from './pause';
import type { PrivateServer, ServerPlaces, ServerProgram } from './private-server';

const ANSWER_LIMIT_MILLISECONDS = 1000;

/** A Redis that listens on its socket only, appends every write to a file and never evicts a key. */
export function redisServer(
  program: ServerProgram,
  { folder, socketPath, pidFile }: ServerPlaces,
): PrivateServer {
  const data = join(folder, 'data');
  const settings: readonly (readonly [string, string])[] = [
    ['port', '0'],
    ['unixsocket', socketPath],
    ['unixsocketperm', '700'],
    ['dir', data],
    ['pidfile', pidFile],
    ['appendonly', 'yes'],
    ['appendfsync', 'everysec'],
    ['maxmemory-policy', 'noeviction'],
    ['save', ''],
    ['daemonize', 'no'],
  ];
  return {
    name: 'redis',
    program,
    socketPath,
    pidFile,
    logFile: join(folder, 'redis.log'),
    arguments: settings.flatMap(([name, value]) => [`--${name}`, value]),
    prepare: async () => {
      await mkdir(data, { recursive: true, mode: 0o700 });
    },
    isHealthy: () => isYesWithin(answers(socketPath), ANSWER_LIMIT_MILLISECONDS),
  };
}

async function answers(socketPath: string): Promise<boolean> {
  if (!existsSync(socketPath)) {
    return false;
  }
  const redis = new Redis({
    path: socketPath,
    lazyConnect: true,
    commandTimeout: ANSWER_LIMIT_MILLISECONDS,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    return (await redis.ping()) === 'PONG';
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
