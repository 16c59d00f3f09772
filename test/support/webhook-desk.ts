import { createPublicKey, verify } from 'node:crypto';
import { AssumptionsService } from '#assumptions';
import { UnitOfWork } from '#persistence';
import { SystemClock } from '#platform';
import type { ProjectionWorker } from '#projections';
import type { PublishedRelease } from '#publication';
import type { WebhookDelivery, WebhookEndpoint } from '#webhooks';
import { GeneratedReleases, generatedRows } from './generated-release.fixture';
import { NationalApi } from './national-api.fixture';
import type { NationalClient } from './national-client';
import { createWorker, until } from './projection-worker.fixture';
import { createTestRedis, type TestRedis } from './test-redis';
import { WebhookReceiver, type ReceivedMessage } from './webhook-receiver';

const ANY_TARGET = { WHOLETIME_WEBHOOK_TARGETS: 'any' };
/** Three attempts, one after the other. */
const RETRY_SECONDS = [0, 0];
const DRAIN_MILLISECONDS = 5_000;

/** A request about endpoints, below their address. */
export interface EndpointCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path?: string;
  readonly body?: object;
}

/** The national API, a worker that delivers to this machine, and a receiver on it. */
export class WebhookDesk {
  private version = 0;

  private constructor(
    readonly api: NationalApi,
    readonly receiver: WebhookReceiver,
    private readonly redis: TestRedis,
    private readonly worker: ProjectionWorker,
  ) {}

  static async open(): Promise<WebhookDesk> {
    const api = await NationalApi.start(['releases:read'], undefined, { settings: ANY_TARGET });
    const redis = createTestRedis();
    const unitOfWork = new UnitOfWork(api.dataSource);
    const assumptions = new AssumptionsService(unitOfWork, new SystemClock());
    const worker = await createWorker(
      { unitOfWork, assumptions },
      {
        database: api.database,
        redis,
        settings: ANY_TARGET,
        webhooks: { retrySeconds: RETRY_SECONDS },
      },
    );
    worker.start();
    return new WebhookDesk(api, await WebhookReceiver.start(), redis, worker);
  }

  async close(): Promise<void> {
    await this.worker.drain(DRAIN_MILLISECONDS);
    await this.receiver.stop();
    await this.redis.close();
    await this.api.stop();
  }

  /** Publishes a release that differs from those before. */
  publish(): Promise<PublishedRelease> {
    this.version += 1;
    return new GeneratedReleases(this.api.dataSource).publish(generatedRows(20, this.version));
  }

  async call(
    { method, path = '', body }: EndpointCall,
    headers: Readonly<Record<string, string>> = {},
    by?: NationalClient,
  ) {
    const url = `/v1/webhook-endpoints${path}`;
    const authorised = await this.api.authorised(headers, by);
    const payload = body === undefined ? {} : { payload: body };
    return this.api.app.inject({ method, url, headers: authorised, ...payload });
  }

  async register(
    eventTypes: readonly string[] = ['release.published'],
    url = this.receiver.url,
  ): Promise<WebhookEndpoint> {
    const answer = await this.call({ method: 'POST', body: { url, eventTypes } });
    if (answer.statusCode !== 201) throw new Error(`Registering was answered: ${answer.body}`);
    return answer.json<WebhookEndpoint>();
  }

  async remove({ id }: WebhookEndpoint): Promise<void> {
    const { statusCode, body } = await this.call({ method: 'DELETE', path: `/${id}` });
    if (statusCode !== 204) throw new Error(`Removing was answered: ${body}`);
  }

  async deliveries({ id }: WebhookEndpoint, query = '') {
    const answer = await this.call({ method: 'GET', path: `/${id}/deliveries${query}` });
    return answer.json<{ deliveries: WebhookDelivery[]; next: string | null }>();
  }

  /** The deliveries of an endpoint once there are so many and all have ended. */
  async ended(endpoint: WebhookEndpoint, count: number): Promise<WebhookDelivery[]> {
    let found: WebhookDelivery[] = [];
    await until(`${count} deliveries to end`, async () => {
      ({ deliveries: found } = await this.deliveries(endpoint));
      return found.length >= count && found.every(({ state }) => state !== 'pending');
    });
    return found;
  }

  /** Whether one of the published keys verifies a message. */
  async isGenuine({ headers, body }: ReceivedMessage): Promise<boolean> {
    const answer = await this.api.app.inject({ url: '/v1/webhook-keys' });
    const { keys } = answer.json<{ keys: { publicKey: string }[] }>();
    const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
    const [, signature = ''] = String(headers['webhook-signature']).split(',');
    return keys.some(({ publicKey }) => {
      const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url');
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
      return verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'));
    });
  }
}
