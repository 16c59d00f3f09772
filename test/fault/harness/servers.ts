import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { mariadbServer } from '../../../libs/platform/services/mariadb.server';
import type { ServiceName } from '../../../libs/platform/services/private-server';
import { redisServer } from '../../../libs/platform/services/redis.server';
import { databaseUrlOfSocket, redisUrlOfSocket } from '../../../libs/platform/services';
import { makeSocketFolder, socketFolder } from '../../../libs/platform/services/socket-folder';
import { makeTestFolder, removeLeftTestFolders } from '../../support/test-folder';
import { ControlledServer, serverPrograms } from './controlled-server';

/** What a scenario may want to be different about the servers. */
export interface ServerOptions {
  /** Arguments after the product's own. */
  readonly mariadb?: readonly string[];
  readonly redis?: readonly string[];
  /** Called with the data folder before the servers start, to mount something into it. */
  readonly prepare?: (folder: string) => void;
}

/** A MariaDB and a Redis of the harness's own, in a folder that goes with them. */
export class Servers {
  private constructor(
    readonly folder: string,
    readonly mariadb: ControlledServer,
    readonly redis: ControlledServer,
  ) {}

  /** Starts both as the product's private servers are: sockets, durability and eviction are its own. */
  static async start(options: ServerOptions = {}): Promise<Servers> {
    await removeLeftTestFolders();
    const folder = makeTestFolder();
    const programs = await serverPrograms();
    const places = (name: ServiceName) => {
      // Where the product would put them, so that a killed test run's servers are found and ended by the next.
      const own = join(folder, 'services', name);
      mkdirSync(own, { recursive: true, mode: 0o700 });
      return {
        folder: own,
        socketPath: join(socketFolder(folder), `${name}.sock`),
        pidFile: join(own, `${name}.pid`),
      };
    };
    makeSocketFolder(folder);
    const servers = new Servers(
      folder,
      new ControlledServer(mariadbServer(programs.mariadb, places('mariadb')), options.mariadb),
      new ControlledServer(redisServer(programs.redis, places('redis')), [
        ...['--enable-debug-command', 'local'],
        ...(options.redis ?? []),
      ]),
    );
    options.prepare?.(folder);
    try {
      await Promise.all([servers.mariadb.start(), servers.redis.start()]);
    } catch (error) {
      await servers.end();
      throw error;
    }
    return servers;
  }

  /** Where the harness itself, and processes that no proxy stands before, reach them. */
  get databaseSocket(): string {
    return join(socketFolder(this.folder), 'mariadb.sock');
  }

  get redisSocket(): string {
    return join(socketFolder(this.folder), 'redis.sock');
  }

  get databaseUrl(): string {
    return databaseUrlOfSocket(this.databaseSocket, 'wholetime');
  }

  get redisUrl(): string {
    return redisUrlOfSocket(this.redisSocket);
  }

  /** Runs one Redis command over a connection of its own. */
  async redisCommand(name: string, ...values: readonly string[]): Promise<unknown> {
    const client = new Redis({ path: this.redisSocket, lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return await client.call(name, ...values);
    } finally {
      client.disconnect();
    }
  }

  /** Redis ends and everything in it is gone, also what it had written to disk. */
  async loseRedis(): Promise<void> {
    await this.redisCommand('CONFIG', 'SET', 'appendonly', 'no');
    const ended = this.redis.ended();
    await this.redisCommand('SHUTDOWN', 'NOSAVE').catch(() => undefined);
    await ended;
    rmSync(join(this.folder, 'services/redis/data'), { recursive: true, force: true });
  }

  /** Ends both and removes their data. */
  async end(): Promise<void> {
    await Promise.all([this.mariadb.kill(), this.redis.kill()]);
    rmSync(socketFolder(this.folder), { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
