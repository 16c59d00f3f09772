import { mkdir } from 'node:fs/promises';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { livingHolder, withExclusiveLock, writeHolder } from './exclusive-lock';
import { mariadbServer } from './mariadb.server';
import { endProcess } from './operating-system-process';
import type {
  PrivateServer,
  Report,
  RunningServices,
  ServerPlaces,
  ServerPrograms,
  ServiceName,
} from './private-server';
import { redisServer } from './redis.server';
import { databaseUrlOfSocket, redisUrlOfSocket } from './service-url';
import { makeSocketFolder, socketFolder } from './socket-folder';
import { processOf } from './server-process';
import { SupervisedServer } from './supervised-server';

const DATABASE = 'wholetime';
const END_LIMIT_MILLISECONDS = 20_000;

/**
 * Private MariaDB and Redis over one data folder. When another living process runs them they are joined and
 * left running; else they are started, and ended by `stop`.
 *
 * @param findPrograms asked only when something has to be started.
 */
export async function startPrivateServers(
  dataDirectory: string,
  findPrograms: () => Promise<ServerPrograms>,
  report: Report,
): Promise<RunningServices> {
  const folder = join(dataDirectory, 'services');
  const holderFile = join(folder, 'supervisor.json');
  const sockets = socketFolder(dataDirectory);
  const addresses = {
    databaseUrl: databaseUrlOfSocket(join(sockets, 'mariadb.sock'), DATABASE),
    redisUrl: redisUrlOfSocket(join(sockets, 'redis.sock')),
  };
  return withExclusiveLock(join(folder, 'start.lock'), async () => {
    const holder = livingHolder(holderFile);
    if (holder !== undefined) {
      report(`services: uses the servers of process ${holder.pid}`);
      return { ...addresses, stop: () => Promise.resolve() };
    }
    const servers = await privateServers(folder, sockets, await findPrograms());
    const supervised = servers.map((server) => new SupervisedServer(server, report));
    const stop = async (): Promise<void> => {
      await Promise.all(supervised.map((server) => server.stop()));
      rmSync(sockets, { recursive: true, force: true });
      rmSync(holderFile, { force: true });
    };
    makeSocketFolder(dataDirectory);
    writeHolder(holderFile);
    await startAll(supervised, stop);
    return { ...addresses, stop };
  });
}

async function privateServers(
  folder: string,
  sockets: string,
  programs: ServerPrograms,
): Promise<readonly PrivateServer[]> {
  const [mariadb, redis] = [placesOf('mariadb', folder, sockets), placesOf('redis', folder, sockets)];
  await mkdir(mariadb.folder, { recursive: true, mode: 0o700 });
  await mkdir(redis.folder, { recursive: true, mode: 0o700 });
  return [mariadbServer(programs.mariadb, mariadb), redisServer(programs.redis, redis)];
}

function placesOf(name: ServiceName, folder: string, sockets: string): ServerPlaces {
  const own = join(folder, name);
  return { folder: own, socketPath: join(sockets, `${name}.sock`), pidFile: join(own, `${name}.pid`) };
}

/**
 * Ends servers that a dead process left running over the data folder; those of a living one stay.
 *
 * @returns whether the folder is free now.
 */
export async function endLeftServers(dataDirectory: string): Promise<boolean> {
  const folder = join(dataDirectory, 'services');
  if (livingHolder(join(folder, 'supervisor.json')) !== undefined) {
    return false;
  }
  const sockets = socketFolder(dataDirectory);
  for (const name of ['mariadb', 'redis'] as const) {
    const pid = processOf({ name, ...placesOf(name, folder, sockets) });
    if (pid !== undefined) {
      await endProcess(pid, END_LIMIT_MILLISECONDS);
    }
  }
  return true;
}

/** All or none: when one does not come up the others are ended. */
async function startAll(servers: readonly SupervisedServer[], stop: () => Promise<void>): Promise<void> {
  const outcomes = await Promise.allSettled(servers.map((server) => server.start()));
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) {
    await stop();
    throw failure.reason;
  }
}
