import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { ConfigurationError } from '../configuration/configuration.error';
import { loadConfiguration } from '../configuration/load-configuration';
import { installedProgram } from './installed-programs';
import { isRunning } from './operating-system-process';
import { makeTestFolder } from '../../../test/support/test-folder';
import { startServicesProcess } from '../../../test/support/services-process';
import { eventually } from './pause';
import type { RunningServices, ServiceName } from './private-server';
import { endLeftServers } from './private-servers';
import { parseDatabaseUrl, parseRedisUrl, withDatabase } from './service-url';
import { ServicesError } from './services.error';
import { startServices } from './start-services';

let dataDirectory: string;
let started: RunningServices[];

const pidOf = (server: 'mariadb' | 'redis'): number =>
  Number(readFileSync(join(dataDirectory, 'services', server, `${server}.pid`), 'utf8').trim());

const start = async (
  environment: Record<string, string> = {},
  lines: string[] = [],
): Promise<RunningServices> => {
  const configuration = loadConfiguration({
    WHOLETIME_DATA_DIRECTORY: dataDirectory,
    ...environment,
  });
  const services = await startServices(configuration, (line) => lines.push(line));
  started.push(services);
  return services;
};

const query = async (url: string, statement: string): Promise<RowDataPacket[]> => {
  const connection = await createConnection(parseDatabaseUrl(withDatabase(url, 'mysql')));
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement);
    return rows;
  } finally {
    await connection.end();
  }
};

const ask = async (url: string, command: string, ...options: string[]): Promise<unknown> => {
  const redis = new Redis(parseRedisUrl(url));
  try {
    return await redis.call(command, ...options);
  } finally {
    redis.disconnect();
  }
};

/** A process that lives until it is killed, as a stranger with a server's old process id would. */
const spawnStranger = (): number => {
  const { pid } = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  return pid ?? 0;
};

beforeEach(() => {
  dataDirectory = makeTestFolder();
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((services) => services.stop()));
  await endLeftServers(dataDirectory);
  rmSync(dataDirectory, { recursive: true, force: true });
});

describe('private servers', () => {
  it('answer on sockets only, with durable settings, and end when stopped', async () => {
    const services = await start();
    const [variables] = await query(
      services.databaseUrl,
      `SELECT @@skip_networking, @@innodb_flush_log_at_trx_commit, @@innodb_doublewrite,
         @@character_set_server, @@local_infile, @@time_zone`,
    );
    expect(Object.values(variables ?? {}).map(String)).toEqual(['1', '1', '1', 'utf8mb4', '0', '+00:00']);
    expect(await ask(services.redisUrl, 'CONFIG', 'GET', 'appendfsync')).toEqual(['appendfsync', 'everysec']);
    expect(await ask(services.redisUrl, 'CONFIG', 'GET', 'appendonly')).toEqual(['appendonly', 'yes']);
    expect(await ask(services.redisUrl, 'CONFIG', 'GET', 'maxmemory-policy')).toEqual([
      'maxmemory-policy',
      'noeviction',
    ]);
    expect(await ask(services.redisUrl, 'CONFIG', 'GET', 'port')).toEqual(['port', '0']);
    const pids = [pidOf('mariadb'), pidOf('redis')];
    await services.stop();
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('keep their data from one start to the next', async () => {
    const first = await start();
    await query(first.databaseUrl, 'CREATE DATABASE plans');
    await ask(first.redisUrl, 'SET', 'kept', 'yes');
    await first.stop();
    const second = await start();
    expect(await query(second.databaseUrl, "SHOW DATABASES LIKE 'plans'")).toHaveLength(1);
    expect(await ask(second.redisUrl, 'GET', 'kept')).toBe('yes');
  });

  it('come back when they are killed', async () => {
    const services = await start();
    const killed = [pidOf('mariadb'), pidOf('redis')];
    killed.forEach((pid) => process.kill(pid, 'SIGKILL'));
    const answers = async (): Promise<boolean> => {
      const rows = await query(services.databaseUrl, 'SELECT 1').catch(() => []);
      return rows.length === 1 && pidOf('redis') !== killed[1];
    };
    expect(await eventually(answers, 60_000)).toBe(true);
    expect(await ask(services.redisUrl, 'PING')).toBe('PONG');
    expect(pidOf('mariadb')).not.toBe(killed[0]);
  });

  it('are joined by a second process and left running by it', async () => {
    const first = await start();
    const lines: string[] = [];
    const second = await start({}, lines);
    expect(second.databaseUrl).toBe(first.databaseUrl);
    expect(lines).toEqual([`services: uses the servers of process ${process.pid}`]);
    await second.stop();
    expect(await query(first.databaseUrl, 'SELECT 1')).toHaveLength(1);
  });

  it('use short socket paths where the data folder is deep', async () => {
    const root = dataDirectory;
    dataDirectory = join(root, 'a-folder-with-a-long-name-'.repeat(5));
    try {
      const services = await start();
      expect(await query(services.databaseUrl, 'SELECT 1')).toHaveLength(1);
      await services.stop();
    } finally {
      dataDirectory = root;
    }
  });
});

describe('what a crash left', () => {
  it('is adopted when it is healthy', async () => {
    const crashed = await startServicesProcess({ dataDirectory });
    await crashed.kill();
    const pids = [pidOf('mariadb'), pidOf('redis')];
    const lines: string[] = [];
    const services = await start({}, lines);
    expect([pidOf('mariadb'), pidOf('redis')]).toEqual(pids);
    expect(lines.sort()).toEqual([
      `mariadb: goes on with process ${pids[0]}, left by an earlier start`,
      `redis: goes on with process ${pids[1]}, left by an earlier start`,
    ]);
    await services.stop();
    expect(pids.filter(isRunning)).toEqual([]);
  });

  it('is ended and replaced when it does not answer', async () => {
    const crashed = await startServicesProcess({ dataDirectory });
    await crashed.kill();
    const hung = pidOf('redis');
    process.kill(hung, 'SIGSTOP');
    const lines: string[] = [];
    const services = await start({}, lines);
    expect(lines).toContain(`redis: ends process ${hung}, left by an earlier start without an answer`);
    expect(isRunning(hung)).toBe(false);
    expect(await ask(services.redisUrl, 'PING')).toBe('PONG');
  });

  it('never costs a stranger its life that got the process id', async () => {
    const services = await start();
    await services.stop();
    const stranger = spawnStranger();
    try {
      writeFileSync(join(dataDirectory, 'services/redis/redis.pid'), String(stranger));
      await start();
      expect(await endLeftServers(dataDirectory)).toBe(false);
      expect(isRunning(stranger)).toBe(true);
    } finally {
      process.kill(stranger, 'SIGKILL');
    }
  });
});

describe('an ordinary user', () => {
  const NOBODY = 65_534;
  const isRoot = process.getuid?.() === 0;

  it('starts servers of its own', async () => {
    if (isRoot) {
      chownSync(dataDirectory, NOBODY, NOBODY);
    }
    const running = await startServicesProcess({
      dataDirectory,
      packagesDirectory: join(dataDirectory, 'packages'),
      ...(isRoot ? { userId: NOBODY } : {}),
    });
    const pids = [pidOf('mariadb'), pidOf('redis')];
    const owners = pids.map((pid) => /^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
    const expected = String(isRoot ? NOBODY : process.getuid?.());
    expect(owners).toEqual([expected, expected]);
    expect(await query(running.services.databaseUrl, 'SELECT 1')).toHaveLength(1);
    await running.stop();
    expect(pids.filter(isRunning)).toEqual([]);
  });
});

describe('the way to come by servers', () => {
  it('takes what is given and starts nothing', async () => {
    const given = { DATABASE_URL: 'mysql://u:p@db:3306/w', REDIS_URL: 'redis://r:6379' };
    for (const mode of ['auto', 'given']) {
      const services = await start({ ...given, WHOLETIME_SERVICES: mode });
      expect([services.databaseUrl, services.redisUrl]).toEqual(Object.values(given));
    }
    expect(existsSync(join(dataDirectory, 'services'))).toBe(false);
  });

  it('says which address is missing when both were to be given', async () => {
    const environment = { WHOLETIME_SERVICES: 'given', DATABASE_URL: 'mysql://u:p@db:3306/w' };
    await expect(start(environment)).rejects.toThrow(ConfigurationError);
    await expect(start(environment)).rejects.toThrow('REDIS_URL must be set');
  });

  it('runs installed programs and else says which are missing', async () => {
    const missing = Object.entries({ mariadb: 'mariadbd', redis: 'redis-server' } as const)
      .filter(([service]) => installedProgram(service as ServiceName) === undefined)
      .map(([, program]) => program);
    const attempt = start({ WHOLETIME_SERVICES: 'installed' });
    if (missing.length > 0) {
      await expect(attempt).rejects.toThrow(`${missing.join(' and ')} not found.`);
    } else {
      expect(await query((await attempt).databaseUrl, 'SELECT 1')).toHaveLength(1);
    }
  });

  it('fills in the one that is not given', async () => {
    const services = await start({ WHOLETIME_SERVICES: 'auto', REDIS_URL: 'redis://elsewhere:6379' });
    expect(services.redisUrl).toBe('redis://elsewhere:6379');
    expect(await query(services.databaseUrl, 'SELECT 1')).toHaveLength(1);
  });

  it('starts containers where a Docker engine answers and else says that none does', async () => {
    const attempt = start({ WHOLETIME_SERVICES: 'docker-compose' });
    const outcome = await attempt.then(
      (services) => query(services.databaseUrl, 'SELECT 1'),
      (error: unknown) => error,
    );
    if (outcome instanceof Error) {
      expect(outcome).toBeInstanceOf(ServicesError);
      expect(outcome.message).toBe('No Docker engine answers.');
    } else {
      expect(outcome).toHaveLength(1);
    }
  });
});
