import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { loadDemo, type DemoAccount } from '#demo';
import { createDataSource, migrate } from '#persistence';
import {
  livingHolder,
  projectRoot,
  startServices,
  writeHolder,
  type Configuration,
  type Report,
  type RunningServices,
} from '#platform';
import { nationalReaderUrl, provisionNationalReader } from '#publication';
import { SupervisedProcess } from './child-process';
import { assertPortIsFree } from './free-port';
import { StartError } from './start.error';

/** Where the product serves and what a first visitor needs. */
export interface RunningProduct {
  readonly url: string;
  /** Of the national API; null where it is not built. */
  readonly nationalUrl: string | null;
  /** Accounts of the demo; passwords only of those made now. */
  readonly accounts: readonly DemoAccount[];
}

interface Addresses {
  readonly DATABASE_URL: string;
  readonly REDIS_URL: string;
  readonly nationalDatabaseUrl: string;
}

/** The whole product as one process tree: servers, API, worker, national API. */
export class Product {
  private services: RunningServices | undefined;
  private readonly processes: SupervisedProcess[] = [];
  private starting: Promise<RunningProduct> | undefined;
  private isStopping = false;

  constructor(
    private readonly configuration: Configuration,
    private readonly report: Report,
  ) {}

  /**
   * Starts everything and waits until it serves.
   *
   * @throws StartError when a port is taken, the folder is in use, or a process does not get ready.
   */
  start(): Promise<RunningProduct> {
    this.starting = this.startAll();
    return this.starting;
  }

  /** Ends everything in order: those that take work first, the servers last. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.stopAll();
    await this.starting?.catch(() => undefined);
    await this.stopAll();
    if (livingHolder(this.holderFile)?.pid === process.pid) {
      rmSync(this.holderFile, { force: true });
    }
  }

  private get holderFile(): string {
    return join(this.configuration.dataDirectory, 'start.json');
  }

  private async startAll(): Promise<RunningProduct> {
    this.holdFolder();
    await this.assertPortsAreFree();
    this.services = await startServices(this.configuration, this.report);
    const { accounts, addresses } = await this.prepareDatabase(this.services);
    const [url, nationalUrl = null] = await Promise.all([
      this.run('api', addresses),
      this.hasNationalApi ? this.run('hee-api', addresses) : null,
      this.run('worker', addresses),
    ]);
    return { url: reachable(url ?? ''), nationalUrl: nationalUrl && reachable(nationalUrl), accounts };
  }

  private async stopAll(): Promise<void> {
    await Promise.all(this.processes.splice(0).map((supervised) => supervised.stop()));
    await this.services?.stop();
    this.services = undefined;
  }

  private holdFolder(): void {
    mkdirSync(this.configuration.dataDirectory, { recursive: true, mode: 0o700 });
    const holder = livingHolder(this.holderFile);
    if (holder !== undefined) {
      throw new StartError(`Wholetime already runs from this folder (process ${holder.pid}).`);
    }
    writeHolder(this.holderFile);
  }

  private get hasNationalApi(): boolean {
    return existsSync(programOf('hee-api'));
  }

  private async assertPortsAreFree(): Promise<void> {
    const { port, heeApiPort, bindAddress: address } = this.configuration;
    await assertPortIsFree({ port, address, variable: 'PORT' });
    if (this.hasNationalApi) {
      await assertPortIsFree({ port: heeApiPort, address, variable: 'HEE_API_PORT' });
    }
  }

  private async prepareDatabase({ databaseUrl, redisUrl }: RunningServices) {
    const dataSource = createDataSource(databaseUrl);
    try {
      await dataSource.initialize();
      await migrate(dataSource);
      const { accounts } = await loadDemo(dataSource, { onProgress: this.report });
      const nationalDatabaseUrl = await this.nationalDatabaseUrl(databaseUrl, (password) =>
        provisionNationalReader(dataSource, password),
      );
      return { accounts, addresses: { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl, nationalDatabaseUrl } };
    } finally {
      if (dataSource.isInitialized) {
        await dataSource.destroy();
      }
    }
  }

  /** On a private server the national API gets a user of its own, with a new password at each start. */
  private async nationalDatabaseUrl(
    databaseUrl: string,
    provision: (password: string) => Promise<void>,
  ): Promise<string> {
    const { givenDatabaseUrl, givenNationalDatabaseUrl } = this.configuration;
    if (givenNationalDatabaseUrl !== undefined || databaseUrl === givenDatabaseUrl) {
      return givenNationalDatabaseUrl ?? databaseUrl;
    }
    const password = randomBytes(24).toString('hex');
    await provision(password);
    return nationalReaderUrl(databaseUrl, password);
  }

  private metricsPortOf(name: string): Readonly<Record<string, string>> {
    const { metricsPort } = this.configuration;
    return metricsPort === undefined
      ? {}
      : { WHOLETIME_METRICS_PORT: String(metricsPort + MEASURED.indexOf(name)) };
  }

  private async run(name: string, addresses: Addresses): Promise<string | undefined> {
    if (this.isStopping) {
      throw new StartError('Stopped while starting.');
    }
    const { nationalDatabaseUrl, ...environment } = addresses;
    const supervised = new SupervisedProcess(
      {
        name,
        program: programOf(name),
        environment: {
          ...environment,
          ...(name === 'hee-api' ? { DATABASE_URL: nationalDatabaseUrl } : {}),
          ...this.metricsPortOf(name),
          TZ: 'UTC',
        },
        logFile: join(this.configuration.dataDirectory, 'logs', `${name}.log`),
      },
      this.report,
    );
    this.processes.push(supervised);
    return supervised.start();
  }
}

/** The processes with metrics, in the order of their ports. */
const MEASURED = ['api', 'worker', 'hee-api'];

const programOf = (name: string): string => join(projectRoot(), 'dist/apps', name, 'main.js');

/** An address a person can open: the loopback interface has a name, and "all interfaces" is none. */
function reachable(url: string): string {
  return url.replace(/\/\/(127\.0\.0\.1|0\.0\.0\.0|\[::1?\])/, '//localhost');
}
