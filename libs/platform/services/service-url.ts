/** Where a database is and who connects; the fields are options of mysql2 under the same names. */
export interface DatabaseAddress {
  readonly user: string;
  readonly password: string;
  readonly database?: string;
  /** Path of a Unix socket; excludes host and port. */
  readonly socketPath?: string;
  readonly host?: string;
  readonly port?: number;
}

/** Where a Redis is and who connects; the fields are options of ioredis under the same names. */
export interface RedisAddress {
  /** Path of a Unix socket; excludes host and port. */
  readonly path?: string;
  readonly host?: string;
  readonly port?: number;
  readonly username?: string;
  readonly password?: string;
  readonly db?: number;
  /** Present when the connection is encrypted (`rediss:`). */
  readonly tls?: Record<string, never>;
}

const MYSQL_PORT = 3306;
const REDIS_PORT = 6379;

/**
 * Reads `mysql://user:password@host:port/database`, or for a Unix socket
 * `mysql://user@localhost/database?socketPath=/path/to/socket`.
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  const { username, password, hostname, port, pathname, searchParams } = new URL(url);
  const database = decodeURIComponent(pathname.slice(1));
  const socketPath = searchParams.get('socketPath');
  return {
    user: username === '' ? 'root' : decodeURIComponent(username),
    password: decodeURIComponent(password),
    ...(database === '' ? {} : { database }),
    ...(socketPath === null
      ? { host: hostname, port: port === '' ? MYSQL_PORT : Number(port) }
      : { socketPath }),
  };
}

/** The address with another database in place of its own. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.href;
}

/** The address of a database behind a Unix socket that lets `root` in without a password. */
export function databaseUrlOfSocket(socketPath: string, database: string): string {
  return `mysql://root@localhost/${database}?socketPath=${encodeURIComponent(socketPath)}`;
}

/** Reads `redis://user:password@host:port/0`, `rediss://…`, or `unix:///path/to/socket?db=0`. */
export function parseRedisUrl(url: string): RedisAddress {
  const { protocol, username, password, hostname, port, pathname, searchParams } = new URL(url);
  const credentials = {
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
  };
  if (protocol === 'unix:') {
    return { path: decodeURIComponent(pathname), db: Number(searchParams.get('db') ?? 0), ...credentials };
  }
  return {
    host: hostname,
    port: port === '' ? REDIS_PORT : Number(port),
    db: Number(pathname.slice(1) || 0),
    ...credentials,
    ...(protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** The address of a Redis behind a Unix socket. */
export function redisUrlOfSocket(socketPath: string): string {
  return `unix://${encodeURI(socketPath)}`;
}
