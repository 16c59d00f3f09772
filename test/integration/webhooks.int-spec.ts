import { createPublicKey, verify } from 'node:crypto';
import { ApiClientAdministration } from '#access';
import { AssumptionsService } from '#assumptions';
import { UnitOfWork } from '#persistence';
import { SystemClock, newId } from '#platform';
import type { ProjectionWorker } from '#projections';
import { recordEvent, type WebhookDelivery, type WebhookEndpoint } from '#webhooks';
import { GeneratedReleases, generatedRows } from '../support/generated-release.fixture';
import { NationalApi } from '../support/national-api.fixture';
import type { NationalClient } from '../support/national-client';
import { createWorker, until } from '../support/projection-worker.fixture';
import { createTestRedis, type TestRedis } from '../support/test-redis';
import { WebhookReceiver, type ReceivedMessage } from '../support/webhook-receiver';

const TARGETS = 'WHOLETIME_WEBHOOK_TARGETS';
/** Three attempts, one after the other. */
const RETRY_SECONDS = [0, 0];
const DRAIN_MILLISECONDS = 5_000;

let api: NationalApi;
let redis: TestRedis;
let worker: ProjectionWorker;
let receiver: WebhookReceiver;
let version = 0;

beforeAll(async () => {
  process.env[TARGETS] = 'any';
  api = await NationalApi.start(['releases:read']);
  redis = createTestRedis();
  receiver = await WebhookReceiver.start();
  const unitOfWork = new UnitOfWork(api.dataSource);
  const assumptions = new AssumptionsService(unitOfWork, new SystemClock());
  worker = await createWorker(
    { unitOfWork, assumptions },
    {
      database: api.database,
      redis,
      settings: { [TARGETS]: 'any' },
      webhooks: { retrySeconds: RETRY_SECONDS },
    },
  );
  worker.start();
});

afterAll(async () => {
  delete process.env[TARGETS];
  await worker.drain(DRAIN_MILLISECONDS);
  await receiver.stop();
  await redis.close();
  await api.stop();
});

beforeEach(() => receiver.answer(204));

const publish = () => new GeneratedReleases(api.dataSource).publish(generatedRows(20, (version += 1)));

type Call = Readonly<{ method: 'GET' | 'POST' | 'PUT' | 'DELETE'; path?: string; body?: object }>;

async function call(
  { method, path = '', body }: Call,
  headers: Record<string, string> = {},
  by?: NationalClient,
) {
  const url = `/v1/webhook-endpoints${path}`;
  const authorised = await api.authorised(headers, by);
  return api.app.inject({
    method,
    url,
    headers: authorised,
    ...(body === undefined ? {} : { payload: body }),
  });
}

async function register(eventTypes = ['release.published'], url = receiver.url): Promise<WebhookEndpoint> {
  const answer = await call({ method: 'POST', body: { url, eventTypes } });
  expect([answer.statusCode, answer.json()]).toMatchObject([201, { state: 'enabled', url }]);
  return answer.json<WebhookEndpoint>();
}

const remove = async ({ id }: WebhookEndpoint): Promise<void> => {
  expect((await call({ method: 'DELETE', path: `/${id}` })).statusCode).toBe(204);
};

async function deliveries({ id }: WebhookEndpoint, query = '') {
  const answer = await call({ method: 'GET', path: `/${id}/deliveries${query}` });
  return answer.json<{ deliveries: WebhookDelivery[]; next: string | null }>();
}

/** The deliveries of an endpoint once there are so many and all have ended. */
async function ended(endpoint: WebhookEndpoint, count: number): Promise<WebhookDelivery[]> {
  let found: WebhookDelivery[] = [];
  await until(`${count} deliveries to end`, async () => {
    ({ deliveries: found } = await deliveries(endpoint));
    return found.length >= count && found.every(({ state }) => state !== 'pending');
  });
  return found;
}

const outcomes = ({ attempts }: WebhookDelivery) => attempts.map(({ status, outcome }) => status ?? outcome);

/** Whether one of the published keys verifies a message. */
async function isGenuine({ headers, body }: ReceivedMessage): Promise<boolean> {
  const { keys } = (await api.app.inject({ url: '/v1/webhook-keys' })).json<{
    keys: { publicKey: string }[];
  }>();
  const content = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${body}`;
  const [, signature = ''] = String(headers['webhook-signature']).split(',');
  return keys.some(({ publicKey }) => {
    const x = Buffer.from(publicKey.slice('whpk_'.length), 'base64').toString('base64url');
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
    return verify(null, Buffer.from(content), key, Buffer.from(signature, 'base64'));
  });
}

describe('an endpoint', () => {
  it('is told once of each release, with a signature that a published key verifies', async () => {
    const endpoint = await register(['release.published', 'release.superseded']);
    const first = await publish();
    const second = await publish();
    const told = await ended(endpoint, 3);
    expect(told.map(outcomes)).toEqual([[204], [204], [204]]);
    const bodies = receiver.messages.map(({ body }) => JSON.parse(body) as object);
    expect(bodies).toHaveLength(3);
    const { id: releaseId, number, contentSha256 } = second;
    expect(bodies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ type: 'release.published', data: { releaseId, number, contentSha256 } }),
        expect.objectContaining({
          type: 'release.superseded',
          data: { releaseId: first.id, number: first.number, supersededBy: second.id },
        }),
      ]),
    );
    expect(await Promise.all(receiver.messages.map(isGenuine))).toEqual([true, true, true]);
    const ids = receiver.messages.map(({ headers }) => String(headers['webhook-id']));
    expect(ids.sort()).toEqual(told.map(({ eventId }) => eventId).sort());
    await remove(endpoint);
  });

  it('is told again after an error, under the same id', async () => {
    receiver.answer(500, 204);
    const endpoint = await register();
    await publish();
    const [delivery] = await ended(endpoint, 1);
    expect(delivery).toMatchObject({ state: 'delivered', nextAttemptAt: null });
    expect(delivery && outcomes(delivery)).toEqual([500, 204]);
    const ids = receiver.messages.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([delivery?.eventId, delivery?.eventId]);
    await remove(endpoint);
  });

  it('is told again when its client asks, and not while it is being told', async () => {
    const endpoint = await register();
    await publish();
    const [told] = await ended(endpoint, 1);
    const path = `/${endpoint.id}/deliveries/${told?.id}/replay`;
    const [one, other] = await Promise.all([call({ method: 'POST', path }), call({ method: 'POST', path })]);
    const replayed = await ended(endpoint, 2);
    const accepted = [one, other].filter(({ statusCode }) => statusCode === 202).length;
    expect(accepted).toBe(replayed.length - 1);
    expect(receiver.messages).toHaveLength(replayed.length);
    expect(new Set(receiver.messages.map(({ body }) => body)).size).toBe(1);
    expect(replayed.map(({ run }) => run).sort()).toEqual(replayed.map((_, index) => index + 1));
    const unknown = { method: 'POST', path: `/${endpoint.id}/deliveries/${newId()}/replay` } as const;
    expect((await call(unknown)).statusCode).toBe(404);
    await remove(endpoint);
  });

  it('is switched off after lasting failure, says why, and is told nothing until it is switched on', async () => {
    receiver.answer(503);
    const endpoint = await register();
    await publish();
    const [failed] = await ended(endpoint, 1);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed && outcomes(failed)).toEqual([503, 503, 503]);
    const off = await call({ method: 'GET', path: `/${endpoint.id}` });
    expect(off.json()).toMatchObject({ state: 'disabled', reason: expect.stringContaining('503') as string });
    receiver.answer(204);
    await publish();
    const body = { url: receiver.url, eventTypes: ['release.published'] };
    const ifMatch = { 'if-match': String(off.headers['etag']) };
    const on = await call({ method: 'PUT', path: `/${endpoint.id}`, body }, ifMatch);
    expect(on.json()).toMatchObject({ state: 'enabled', reason: null });
    await publish();
    const all = await ended(endpoint, 2);
    expect(all.map(({ state }) => state)).toEqual(['delivered', 'failed']);
    await remove(endpoint);
  });

  it('is switched off at once by 410', async () => {
    receiver.answer(410);
    const endpoint = await register();
    await publish();
    const [gone] = await ended(endpoint, 1);
    expect(gone && outcomes(gone)).toEqual([410]);
    const { state, reason } = (
      await call({ method: 'GET', path: `/${endpoint.id}` })
    ).json<WebhookEndpoint>();
    expect([state, reason]).toEqual(['disabled', expect.stringContaining('410')]);
    await remove(endpoint);
  });

  it('is told nothing that its client may not read', async () => {
    const asked = { url: receiver.url, eventTypes: ['plan.agreed'] };
    expect((await call({ method: 'POST', body: asked })).statusCode).toBe(403);
    const planner = await api.addClient(['releases:read', 'plans:read']);
    const endpoint = (await call({ method: 'POST', body: asked }, {}, planner)).json<WebhookEndpoint>();
    const planId = newId();
    const agree = () =>
      new UnitOfWork(api.dataSource).run((manager) =>
        recordEvent(manager, 'plan.agreed', { planId, version: 1 }),
      );
    await agree();
    await until('the message', () => Promise.resolve(receiver.messages.length === 1));
    expect(JSON.parse(receiver.messages[0]?.body ?? '')).toMatchObject({
      type: 'plan.agreed',
      data: { planId },
    });
    const by = { id: 'test', correlationId: null };
    await new ApiClientAdministration(new UnitOfWork(api.dataSource)).setDisabled(planner.id, true, by);
    const isAnnounced = async (): Promise<boolean> => {
      const sql = 'SELECT id FROM webhook_event WHERE announced_at IS NULL';
      return (await api.dataSource.query<unknown[]>(sql)).length === 0;
    };
    await agree();
    await until('the announcement', isAnnounced);
    const told = await api.dataSource.query<unknown[]>(
      'SELECT run FROM webhook_delivery WHERE endpoint_id = ?',
      [endpoint.id],
    );
    expect(told).toEqual([{ run: 1 }]);
  });
});

describe('endpoints', () => {
  it('are a client’s own', async () => {
    const endpoint = await register();
    const other = await api.addClient(['releases:read']);
    const path = `/${endpoint.id}`;
    const body = { url: receiver.url, eventTypes: ['release.published'] };
    const calls: Call[] = [
      { method: 'GET', path },
      { method: 'PUT', path, body },
      { method: 'DELETE', path },
      { method: 'GET', path: `${path}/deliveries` },
      { method: 'POST', path: `${path}/deliveries/${newId()}/replay` },
    ];
    const ifMatch = { 'if-match': `"${endpoint.id}.1"` };
    for (const each of calls) expect((await call(each, ifMatch, other)).statusCode).toBe(404);
    expect((await call({ method: 'GET' }, {}, other)).json()).toEqual({ endpoints: [] });
    expect((await call({ method: 'GET' })).json()).toMatchObject({ endpoints: [{ id: endpoint.id }] });
    await remove(endpoint);
    expect((await call({ method: 'GET', path })).statusCode).toBe(404);
    expect((await call({ method: 'GET' })).json()).toEqual({ endpoints: [] });
  });

  it('are changed only by who knows the version that holds', async () => {
    const endpoint = await register();
    const path = `/${endpoint.id}`;
    const body = { url: receiver.url, eventTypes: ['release.superseded'], isEnabled: false };
    const put = (headers: Record<string, string> = {}) => call({ method: 'PUT', path, body }, headers);
    const { headers } = await call({ method: 'GET', path });
    const ifMatch = { 'if-match': String(headers['etag']) };
    expect((await put()).statusCode).toBe(428);
    expect((await put({ 'if-match': '"another"' })).statusCode).toBe(412);
    const answers = await Promise.all([put(ifMatch), put(ifMatch)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    expect((await call({ method: 'GET', path })).json()).toMatchObject({ state: 'disabled', version: 2 });
    const known = { 'if-none-match': `"${endpoint.id}.2"` };
    expect((await call({ method: 'GET', path }, known)).statusCode).toBe(304);
    await remove(endpoint);
  });

  it('are ten at most, each address once', async () => {
    const address = (place: number): string => `${receiver.url}/${place}`;
    const all = [];
    for (let place = 0; place < 10; place += 1) all.push(await register(undefined, address(place)));
    for (const url of [address(3), address(10)]) {
      const refused = await call({ method: 'POST', body: { url, eventTypes: ['release.published'] } });
      expect(refused.statusCode).toBe(409);
    }
    await Promise.all(all.map(remove));
  });

  it.each([
    ['an unknown event', { eventTypes: ['release.eaten'] }],
    ['no event', { eventTypes: [] }],
    ['an event twice', { eventTypes: ['release.published', 'release.published'] }],
    ['no address', { url: 'receiver' }],
    ['a password in it', { url: 'https://me:secret@receiver.example/' }],
    ['a long address', { url: `https://receiver.example/${'x'.repeat(500)}` }],
    ['an unknown field', { colour: 'red' }],
  ])('are refused with %s', async (_, change) => {
    const body = { url: receiver.url, eventTypes: ['release.published'], ...change };
    const { statusCode, headers } = await call({ method: 'POST', body });
    expect([400, 422]).toContain(statusCode);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('list deliveries in pages, newest first', async () => {
    const endpoint = await register();
    for (let count = 0; count < 3; count += 1) await publish();
    const all = await ended(endpoint, 3);
    const paged: string[] = [];
    let query: string | null = '?limit=2';
    while (query !== null) {
      const page: Awaited<ReturnType<typeof deliveries>> = await deliveries(endpoint, query);
      paged.push(...page.deliveries.map(({ id }) => id));
      query = page.next && `?limit=2&cursor=${page.next}`;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    await remove(endpoint);
  });
});

describe('an event whose ring was lost', () => {
  it('is announced all the same', async () => {
    const endpoint = await register();
    await api.dataSource.query(
      `INSERT INTO webhook_event (id, type, data, occurred_at) VALUES (?, 'release.published', '{}', UTC_TIMESTAMP(6))`,
      [newId()],
    );
    const [told] = await ended(endpoint, 1);
    expect(told).toMatchObject({ state: 'delivered', run: 1 });
    await remove(endpoint);
  });
});
