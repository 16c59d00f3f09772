/** A program of a server and what it needs to run. */
export interface ServerProgram {
  readonly executable: string;
  /** Variables on top of the inherited environment, such as LD_LIBRARY_PATH. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The servers that can be private. */
export type ServiceName = 'mariadb' | 'redis';

/** Programs found for the servers. */
export type ServerPrograms = Readonly<Record<ServiceName, ServerProgram>>;

/** Where a private server keeps its things. */
export interface ServerPlaces {
  /** Folder of its data and its log. */
  readonly folder: string;
  /** In the server's command line for as long as it runs, and in no other process'. */
  readonly socketPath: string;
  /** Written by the server itself. */
  readonly pidFile: string;
}

/** A server on a Unix socket with its data in a folder of ours. */
export interface PrivateServer extends Omit<ServerPlaces, 'folder'> {
  readonly name: ServiceName;
  readonly program: ServerProgram;
  readonly arguments: readonly string[];
  readonly logFile: string;
  /** Makes the data folder when it is not there. */
  prepare(): Promise<void>;
  /** Whether it answers on its socket. */
  isHealthy(): Promise<boolean>;
}

/** The name each server's program is installed under. */
export const EXECUTABLE_NAMES: Readonly<Record<ServiceName, string>> = {
  mariadb: 'mariadbd',
  redis: 'redis-server',
};

/** A database and a Redis that answer. */
export interface RunningServices {
  readonly databaseUrl: string;
  readonly redisUrl: string;
  /** Ends what was started for this process; what was given, or what another process runs, stays. */
  stop(): Promise<void>;
}

/** Says in one line what goes on. */
export type Report = (line: string) => void;
