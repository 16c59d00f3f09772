import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DataSource } from 'typeorm';
import type { Deprecation } from '../../apps/hee-api/edge/deprecations';
import { createHeeApi } from '../../apps/hee-api/main';
import type { ClientScope } from '#access';
import { nationalReaderUrl, provisionNationalReader } from '#publication';
import { NationalClient } from './national-client';
import { createTestDatabase, type TestDatabase } from './test-database';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const READER_PASSWORD = 'a1'.repeat(16);
const PUBLIC_URL = 'http://national.test';
const AUDIENCE = `${PUBLIC_URL}/oauth2/token`;

/** How the API differs from an installation's. */
export interface NationalApiOptions {
  /** Further settings of its process. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly deprecations?: readonly Deprecation[];
}

/** The national API on a database of its own, under the database user of its process. */
export class NationalApi {
  private constructor(
    readonly app: NestFastifyApplication,
    readonly client: NationalClient,
    readonly database: TestDatabase,
    private readonly keyFolder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /**
   * Starts it.
   *
   * @param scopes of the client
   * @param prepare what the database holds before the process starts
   */
  static async start(
    scopes: readonly ClientScope[],
    prepare: (dataSource: DataSource) => Promise<void> = () => Promise.resolve(),
    { settings = {}, deprecations }: NationalApiOptions = {},
  ): Promise<NationalApi> {
    const database = await createTestDatabase();
    const keyFolder = mkdtempSync(join(tmpdir(), 'wholetime-key-'));
    await provisionNationalReader(database.dataSource, READER_PASSWORD);
    Object.assign(process.env, {
      DATABASE_URL: nationalReaderUrl(database.url, READER_PASSWORD),
      WHOLETIME_LOG_LEVEL: 'silent',
      WHOLETIME_HEE_SIGNING_KEY_FILE: join(keyFolder, 'key.pem'),
      WHOLETIME_RELEASE_PUBLIC_URL: PUBLIC_URL,
      ...settings,
    });
    await prepare(database.dataSource);
    const client = await NationalClient.register(database.dataSource, AUDIENCE, scopes);
    const app = await createHeeApi(deprecations);
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    return new NationalApi(app, client, database, keyFolder, settings);
  }

  /** The product's own connection, with all rights. */
  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  /** Address of the database for the user of the national API. */
  get readerUrl(): string {
    return nationalReaderUrl(this.database.url, READER_PASSWORD);
  }

  async stop(): Promise<void> {
    for (const name of Object.keys(this.settings)) delete process.env[name];
    await this.app.close();
    await this.database.close();
    rmSync(this.keyFolder, { recursive: true });
  }

  /** Asks for a token. */
  requestToken(clientAssertion: string, scope?: string) {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: ASSERTION_TYPE,
      client_assertion: clientAssertion,
      ...(scope === undefined ? {} : { scope }),
    });
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return this.app.inject({ method: 'POST', url: '/oauth2/token', headers, payload: form.toString() });
  }

  /** Headers with a new token of a client. */
  async authorised(
    headers: Readonly<Record<string, string>> = {},
    client = this.client,
  ): Promise<Record<string, string>> {
    const response = await this.requestToken(await client.assertion());
    return { authorization: `Bearer ${response.json<{ access_token: string }>().access_token}`, ...headers };
  }

  /** Registers a further client. */
  addClient(scopes: readonly ClientScope[]): Promise<NationalClient> {
    return NationalClient.register(this.dataSource, AUDIENCE, scopes);
  }
}
