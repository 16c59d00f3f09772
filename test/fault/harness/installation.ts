import { createPerson, grantRole } from '#access';
import { createDataSource, isDatabaseUnavailable, migrate } from '#persistence';
import { newId, withDatabase, type Failpoint, type FailpointAction } from '#platform';
import type { DataSource } from 'typeorm';
import { openProjectionFixture, type ProjectionFixture } from '../../support/projection.fixture';
import { EditLedger } from './edit-ledger';
import { ProductProcess } from './product-process';
import { Servers, type ServerOptions } from './servers';

/** The trusts of the round: enough that several jobs are in hand at any moment. */
export const TRUSTS = ['RR8', 'RWY', 'RTG', 'RCB', 'RJ1', 'RTH'] as const;

/** Who edits and reads, with the right to do so everywhere. */
export const CREDENTIALS = { email: 'planner@example.org', password: 'correct horse battery staple' };

/** How one process differs from an ordinary one. */
export interface ProcessChange {
  /** Where it kills itself, or freezes. */
  readonly failpoint?: Failpoint | `${Failpoint}:${FailpointAction}`;
  /** Another script, for a variant that must be caught. */
  readonly script?: string;
  readonly nodeOptions?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

const API = 'dist/apps/api/main.js';
const WORKER = 'dist/apps/worker/main.js';
const AGAIN_MILLISECONDS = 50;
const DATABASE_AWAY_LIMIT_MILLISECONDS = 60_000;

/** Short waits, so that hundreds of recoveries fit a test; the ratios are those of the defaults. */
const QUICK: Readonly<Record<string, string>> = {
  PORT: '0',
  WHOLETIME_RELAY_POLL_MILLISECONDS: '20',
  WHOLETIME_RECONCILE_MILLISECONDS: '500',
  WHOLETIME_LEASE_MILLISECONDS: '2000',
  WHOLETIME_WORKER_THREADS: '1',
  WHOLETIME_DRAWS: '0',
  WHOLETIME_LOG_LEVEL: 'warn',
};

/** The whole product as real processes on servers of its own, with one plan to edit. */
export class Installation {
  readonly ledger = new EditLedger();
  /** Of every worker that is started; a variant replaces it. */
  workerScript = WORKER;
  private processes: ProductProcess[] = [];
  private currentApi: ProductProcess | undefined;

  private constructor(
    readonly servers: Servers,
    readonly databaseUrl: string,
    readonly database: DataSource,
    readonly fixture: ProjectionFixture,
  ) {}

  static async open(options: ServerOptions = {}): Promise<Installation> {
    const servers = await Servers.start(options);
    try {
      const url = withDatabase(servers.databaseUrl, `fault_${newId().slice(-8)}`);
      const database = createDataSource(url);
      await database.initialize();
      await migrate(database);
      const fixture = await openProjectionFixture(database, TRUSTS);
      const { id: personId } = await createPerson(database.manager, {
        ...CREDENTIALS,
        name: 'Priya Planner',
        actor: 'test',
      });
      const organisationId = fixture.organisation('ENG', 'nation');
      const grant = { personId, role: 'system-planner', organisationId, actor: 'test' } as const;
      await grantRole(database.manager, { ...grant, validFrom: '2020-04-01' });
      return new Installation(servers, url, database, fixture);
    } catch (error) {
      await servers.end();
      throw error;
    }
  }

  /** The API that clients are sent to now. */
  get api(): ProductProcess {
    if (this.currentApi === undefined) throw new Error('No API was started.');
    return this.currentApi;
  }

  get workers(): readonly ProductProcess[] {
    return this.processes.filter((each) => each.isRunning && each !== this.currentApi);
  }

  async startApi(change: ProcessChange = {}): Promise<ProductProcess> {
    this.currentApi = await this.start(API, change);
    return this.currentApi;
  }

  async startWorker(change: ProcessChange = {}): Promise<ProductProcess> {
    return this.start(this.workerScript, change);
  }

  /** The address of this installation's database through a TCP port of this machine. */
  databaseUrlAt(port: number): string {
    const { pathname } = new URL(this.databaseUrl);
    return `mysql://root@127.0.0.1:${port}${pathname}`;
  }

  /** Thaws and starts whatever a fault left frozen or dead: both servers, an API and a worker. */
  async heal(): Promise<void> {
    await Promise.all([this.servers.mariadb.start(), this.servers.redis.start()]);
    this.processes = this.processes.filter((each) => each.isRunning);
    this.processes.forEach((each) => each.thaw());
    if (this.currentApi?.isRunning !== true) await this.startApi();
    if (this.workers.length === 0) await this.startWorker();
  }

  /** Reads for the harness itself, again while the database is away. */
  async query<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const end = performance.now() + DATABASE_AWAY_LIMIT_MILLISECONDS;
    for (;;) {
      try {
        return await this.database.query<T[]>(sql, [...values]);
      } catch (error) {
        if (!isDatabaseUnavailable(error) || performance.now() > end) throw error;
        await new Promise((resolve) => setTimeout(resolve, AGAIN_MILLISECONDS));
      }
    }
  }

  /** Ends every process and server that was started here. */
  async close(): Promise<void> {
    await Promise.all(this.processes.filter((each) => each.isRunning).map((each) => each.kill()));
    await this.database.destroy().catch(() => undefined);
    await this.servers.end();
  }

  private async start(script: string, change: ProcessChange): Promise<ProductProcess> {
    const started = await ProductProcess.start({
      script: change.script ?? script,
      nodeOptions: change.nodeOptions ?? [],
      environment: {
        ...QUICK,
        DATABASE_URL: this.databaseUrl,
        REDIS_URL: this.servers.redisUrl,
        WHOLETIME_DATA_DIRECTORY: this.servers.folder,
        ...(change.failpoint === undefined ? {} : { WHOLETIME_FAILPOINT: change.failpoint }),
        ...change.environment,
      },
    });
    this.processes.push(started);
    return started;
  }
}
