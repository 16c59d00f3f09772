import { mkdir } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import type { Configuration, ServicesMode } from '../configuration/configuration';
import { ConfigurationError } from '../configuration/configuration.error';
import { startComposedServices } from './docker-compose';
import { installedProgram } from './installed-programs';
import type { Report, RunningServices, ServerPrograms } from './private-server';
import { startPrivateServers } from './private-servers';
import { ServicesError } from './services.error';
import { unpackedPrograms } from './unpacked-programs';

type PrivateMode = Exclude<ServicesMode, 'auto' | 'given'>;
const PRIVATE_MODES: readonly PrivateMode[] = ['installed', 'debian-packages', 'docker-compose'];

/**
 * Comes by MariaDB and Redis in the way the configuration asks for. `auto` takes the addresses that are
 * given; what is not given is started: from installed programs, from unpacked Debian packages, or with
 * docker compose. A process that finds the servers of another living process joins them.
 *
 * @param report told in one line each what goes on.
 * @throws ServicesError ending in the one thing to do when there is no way.
 * @throws ConfigurationError when the addresses were to be given and are not.
 */
export async function startServices(
  configuration: Configuration,
  report: Report = () => undefined,
): Promise<RunningServices> {
  const { servicesMode } = configuration;
  if (servicesMode === 'given') {
    return givenServices(configuration);
  }
  if (servicesMode !== 'auto') {
    return startIn(servicesMode, configuration, report);
  }
  const { givenDatabaseUrl, givenRedisUrl } = configuration;
  if (givenDatabaseUrl !== undefined && givenRedisUrl !== undefined) {
    return givenServices(configuration);
  }
  const started = await startInFirstWay(configuration, report);
  return {
    databaseUrl: givenDatabaseUrl ?? started.databaseUrl,
    redisUrl: givenRedisUrl ?? started.redisUrl,
    stop: () => started.stop(),
  };
}

function givenServices({ givenDatabaseUrl, givenRedisUrl }: Configuration): RunningServices {
  if (givenDatabaseUrl === undefined || givenRedisUrl === undefined) {
    const names = [
      ...(givenDatabaseUrl === undefined ? ['DATABASE_URL'] : []),
      ...(givenRedisUrl === undefined ? ['REDIS_URL'] : []),
    ];
    throw new ConfigurationError(
      names.map((name) => ({ name, rule: 'must be set with WHOLETIME_SERVICES=given' })),
    );
  }
  return { databaseUrl: givenDatabaseUrl, redisUrl: givenRedisUrl, stop: () => Promise.resolve() };
}

async function startInFirstWay(configuration: Configuration, report: Report): Promise<RunningServices> {
  const reasons: string[] = [];
  for (const mode of PRIVATE_MODES) {
    try {
      return await startIn(mode, configuration, report);
    } catch (error) {
      if (!(error instanceof ServicesError)) {
        throw error;
      }
      reasons.push(`${mode}: ${error.message}`);
    }
  }
  throw new ServicesError(['No MariaDB and Redis:', ...reasons, advice()].join('\n'));
}

async function startIn(
  mode: PrivateMode,
  configuration: Configuration,
  report: Report,
): Promise<RunningServices> {
  const folder = join(configuration.dataDirectory, 'services');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (mode === 'docker-compose') {
    return startComposedServices(join(folder, mode), report);
  }
  return startPrivateServers(
    configuration.dataDirectory,
    () => programsOf(mode, configuration, report),
    report,
  );
}

async function programsOf(
  mode: Exclude<PrivateMode, 'docker-compose'>,
  configuration: Configuration,
  report: Report,
): Promise<ServerPrograms> {
  if (mode === 'debian-packages') {
    return unpackedPrograms(join(configuration.packagesDirectory, 'servers'), report);
  }
  const mariadb = installedProgram('mariadb');
  const redis = installedProgram('redis');
  if (mariadb === undefined || redis === undefined) {
    const missing = [...(mariadb ? [] : ['mariadbd']), ...(redis ? [] : ['redis-server'])];
    throw new ServicesError(`${missing.join(' and ')} not found.`);
  }
  return { mariadb, redis };
}

/** The one line to run on this kind of system. */
function advice(): string {
  const command =
    platform() === 'darwin'
      ? 'brew install mariadb redis'
      : 'sudo apt-get update && sudo apt-get install -y mariadb-server-core redis-server';
  return `Run this, then start again: ${command}`;
}
