import { join } from 'node:path';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min, MinLength } from 'class-validator';
import { ConfigurationError } from './configuration.error';
import { NationalApiConfiguration } from './national-api-configuration';
import { Variable } from './variable.decorator';

/** The ways to come by a database and a Redis. */
export const SERVICES_MODES = ['auto', 'given', 'installed', 'debian-packages', 'docker-compose'] as const;
export type ServicesMode = (typeof SERVICES_MODES)[number];

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const HIGHEST_PORT = 65_535;

/** Every setting of every process, checked once at start. Nothing else reads the environment. */
export class Configuration extends NationalApiConfiguration {
  @Variable({
    name: 'WHOLETIME_SERVICES',
    kind: 'text',
    meaning: 'Where MariaDB and Redis come from.',
    rule: `must be one of ${SERVICES_MODES.join(', ')}`,
    whenAbsent: 'auto: the first of the others that works',
    example: 'auto',
  })
  @IsIn(SERVICES_MODES)
  readonly servicesMode: ServicesMode = 'auto';

  @Variable({
    name: 'DATABASE_URL',
    kind: 'text',
    meaning: 'MySQL or MariaDB to use; over a Unix socket with ?socketPath=/path/to/socket.',
    rule: 'must start with mysql:// and name a database',
    whenAbsent: 'a private server is started',
    example: 'mysql://wholetime:password@localhost:3306/wholetime',
  })
  @IsOptional()
  @Matches(/^mysql:\/\/[^/]+\/[^/?]+/)
  readonly givenDatabaseUrl?: string;

  @Variable({
    name: 'WHOLETIME_NATIONAL_DATABASE_URL',
    kind: 'text',
    meaning: 'DATABASE_URL of the national API when “start” runs it: a user that reads what is published.',
    rule: 'must start with mysql:// and name a database',
    whenAbsent: 'a user with those rights is made on a private server; DATABASE_URL on a given one',
    example: 'mysql://wholetime_national:password@localhost:3306/wholetime',
  })
  @IsOptional()
  @Matches(/^mysql:\/\/[^/]+\/[^/?]+/)
  readonly givenNationalDatabaseUrl?: string;

  @Variable({
    name: 'REDIS_URL',
    kind: 'text',
    meaning: 'Redis to use; over a Unix socket as unix:///path/to/socket.',
    rule: 'must start with redis://, rediss:// or unix:///',
    whenAbsent: 'a private server is started',
    example: 'redis://localhost:6379',
  })
  @IsOptional()
  @Matches(/^(rediss?:\/\/.|unix:\/\/\/.)/)
  readonly givenRedisUrl?: string;

  @Variable({
    name: 'PORT',
    kind: 'integer',
    meaning: 'TCP port of the pages and of the planners’ API.',
    rule: `must be a whole number from 0 to ${HIGHEST_PORT}`,
    whenAbsent: '3000',
    example: '3000',
  })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_PORT)
  readonly port: number = 3000;

  @Variable({
    name: 'HEE_API_PORT',
    kind: 'integer',
    meaning: 'TCP port of the national read API.',
    rule: `must be a whole number from 0 to ${HIGHEST_PORT}`,
    whenAbsent: 'PORT + 1',
    example: '3001',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(HIGHEST_PORT)
  readonly givenHeeApiPort?: number;

  @Variable({
    name: 'WHOLETIME_BIND_ADDRESS',
    kind: 'text',
    meaning: 'Address the web processes listen on; 0.0.0.0 for every interface.',
    rule: 'must be an IP address or a host name',
    whenAbsent: '127.0.0.1',
    example: '127.0.0.1',
  })
  @IsString()
  @Matches(/^[0-9A-Za-z.:-]+$/)
  readonly bindAddress: string = '127.0.0.1';

  @Variable({
    name: 'WHOLETIME_WORKER_PORT',
    kind: 'integer',
    meaning: 'TCP port of the worker’s health page; 0 for any free port.',
    rule: `must be a whole number from 0 to ${HIGHEST_PORT}`,
    whenAbsent: '0',
    example: '0',
  })
  @IsInt()
  @Min(0)
  @Max(HIGHEST_PORT)
  readonly workerPort: number = 0;

  @Variable({
    name: 'WHOLETIME_LOG_LEVEL',
    kind: 'text',
    meaning: 'The least severe messages that are logged.',
    rule: `must be one of ${LOG_LEVELS.join(', ')}`,
    whenAbsent: 'info',
    example: 'info',
  })
  @IsIn(LOG_LEVELS)
  readonly logLevel: LogLevel = 'info';

  @Variable({
    name: 'WHOLETIME_DATA_DIRECTORY',
    kind: 'path',
    meaning: 'Folder of the private servers’ data, sockets, logs and unpacked packages.',
    rule: 'must be a path',
    whenAbsent: '.local in the project folder',
    example: '.local',
  })
  @IsString()
  @MinLength(1)
  readonly dataDirectory: string = '.local';

  @Variable({
    name: 'WHOLETIME_PACKAGES_DIRECTORY',
    kind: 'path',
    meaning: 'Folder where MariaDB and Redis are unpacked from Debian packages, once.',
    rule: 'must be a path',
    whenAbsent: '.local/packages in the project folder',
    example: '.local/packages',
  })
  @IsString()
  @MinLength(1)
  readonly packagesDirectory: string = '.local/packages';

  @Variable({
    name: 'WHOLETIME_QUEUE_PREFIX',
    kind: 'text',
    meaning: 'Prefix of every key in Redis; installations that share a Redis need different ones.',
    rule: 'must be 1 to 40 letters, digits, hyphens or underscores',
    whenAbsent: 'wholetime',
    example: 'wholetime',
  })
  @Matches(/^[\w-]{1,40}$/)
  readonly queuePrefix: string = 'wholetime';

  @Variable({
    name: 'WHOLETIME_ENGINE_PATH',
    kind: 'path',
    meaning: 'The built engine bundle that workers load.',
    rule: 'must be a path',
    whenAbsent: 'dist/engine/engine.cjs in the project folder',
    example: 'dist/engine/engine.cjs',
  })
  @IsString()
  @MinLength(1)
  readonly enginePath: string = 'dist/engine/engine.cjs';

  /** Database of this process. @throws ConfigurationError when DATABASE_URL is not set. */
  get databaseUrl(): string {
    return required(this.givenDatabaseUrl, 'DATABASE_URL');
  }

  /** Redis of this process. @throws ConfigurationError when REDIS_URL is not set. */
  get redisUrl(): string {
    return required(this.givenRedisUrl, 'REDIS_URL');
  }

  /** TCP port of the national API. */
  get heeApiPort(): number {
    return this.givenHeeApiPort ?? (this.port === 0 ? 0 : this.port + 1);
  }

  /** Private key with which the national API signs access tokens. */
  get heeSigningKeyFile(): string {
    return this.givenHeeSigningKeyFile ?? join(this.dataDirectory, 'hee-api', 'signing-key.pem');
  }

  /** Private key that signs the manifests of releases. */
  get releaseSigningKeyFile(): string {
    return this.givenReleaseSigningKeyFile ?? join(this.dataDirectory, 'publication', 'signing-key.pem');
  }

  /** Private keys that sign webhooks. */
  get webhookSigningKeyFile(): string {
    return this.givenWebhookSigningKeyFile ?? join(this.dataDirectory, 'webhooks', 'signing-key.pem');
  }

  /** Address under which clients reach the national API, without a trailing slash. */
  get releasePublicUrl(): string {
    return this.givenReleasePublicUrl ?? `http://localhost:${this.heeApiPort}`;
  }
}

function required(value: string | undefined, name: string): string {
  if (value === undefined) {
    throw new ConfigurationError([{ name, rule: 'must be set for this process' }]);
  }
  return value;
}
