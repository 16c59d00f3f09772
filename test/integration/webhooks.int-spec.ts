import { ApiClientAdministration } from '#access';
import { UnitOfWork } from '#persistence';
import { newId } from '#platform';
import { recordEvent, type WebhookDelivery, type WebhookEndpoint } from '#webhooks';
import { until } from '../support/projection-worker.fixture';
import { WebhookDesk } from '../support/webhook-desk';

let desk: WebhookDesk;

beforeAll(async () => {
  desk = await WebhookDesk.open();
});

afterAll(() => desk.close());

beforeEach(() => desk.receiver.answer(204));

const outcomes = ({ attempts }: WebhookDelivery) => attempts.map(({ status, outcome }) => status ?? outcome);

describe('an endpoint', () => {
  it('is told once of each release, with a signature that a published key verifies', async () => {
    const endpoint = await desk.register(['release.published', 'release.superseded']);
    const first = await desk.publish();
    const second = await desk.publish();
    const told = await desk.ended(endpoint, 3);
    expect(told.map(outcomes)).toEqual([[204], [204], [204]]);
    const bodies = desk.receiver.messages.map(({ body }) => JSON.parse(body) as object);
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
    expect(await Promise.all(desk.receiver.messages.map((message) => desk.isGenuine(message)))).toEqual([
      true,
      true,
      true,
    ]);
    const ids = desk.receiver.messages.map(({ headers }) => String(headers['webhook-id']));
    expect(ids.sort()).toEqual(told.map(({ eventId }) => eventId).sort());
    await desk.remove(endpoint);
  });

  it('is told again after an error, under the same id', async () => {
    desk.receiver.answer(500, 204);
    const endpoint = await desk.register();
    await desk.publish();
    const [delivery] = await desk.ended(endpoint, 1);
    expect(delivery).toMatchObject({ state: 'delivered', nextAttemptAt: null });
    expect(delivery && outcomes(delivery)).toEqual([500, 204]);
    const ids = desk.receiver.messages.map(({ headers }) => headers['webhook-id']);
    expect(ids).toEqual([delivery?.eventId, delivery?.eventId]);
    await desk.remove(endpoint);
  });

  it('is told again when its client asks, and not while it is being told', async () => {
    const endpoint = await desk.register();
    await desk.publish();
    const [told] = await desk.ended(endpoint, 1);
    const path = `/${endpoint.id}/deliveries/${told?.id}/replay`;
    const [one, other] = await Promise.all([
      desk.call({ method: 'POST', path }),
      desk.call({ method: 'POST', path }),
    ]);
    const replayed = await desk.ended(endpoint, 2);
    const accepted = [one, other].filter(({ statusCode }) => statusCode === 202).length;
    expect(accepted).toBe(replayed.length - 1);
    expect(desk.receiver.messages).toHaveLength(replayed.length);
    expect(new Set(desk.receiver.messages.map(({ body }) => body)).size).toBe(1);
    expect(replayed.map(({ run }) => run).sort()).toEqual(replayed.map((_, index) => index + 1));
    const unknown = { method: 'POST', path: `/${endpoint.id}/deliveries/${newId()}/replay` } as const;
    expect((await desk.call(unknown)).statusCode).toBe(404);
    await desk.remove(endpoint);
  });

  it('is switched off after lasting failure, says why, and is told nothing until it is switched on', async () => {
    desk.receiver.answer(503);
    const endpoint = await desk.register();
    await desk.publish();
    const [failed] = await desk.ended(endpoint, 1);
    expect(failed).toMatchObject({ state: 'failed' });
    expect(failed && outcomes(failed)).toEqual([503, 503, 503]);
    const off = await desk.call({ method: 'GET', path: `/${endpoint.id}` });
    expect(off.json()).toMatchObject({ state: 'disabled', reason: expect.stringContaining('503') as string });
    desk.receiver.answer(204);
    await desk.publish();
    const body = { url: desk.receiver.url, eventTypes: ['release.published'] };
    const ifMatch = { 'if-match': String(off.headers['etag']) };
    const on = await desk.call({ method: 'PUT', path: `/${endpoint.id}`, body }, ifMatch);
    expect(on.json()).toMatchObject({ state: 'enabled', reason: null });
    await desk.publish();
    const all = await desk.ended(endpoint, 2);
    expect(all.map(({ state }) => state)).toEqual(['delivered', 'failed']);
    await desk.remove(endpoint);
  });

  it('is switched off at once by 410', async () => {
    desk.receiver.answer(410);
    const endpoint = await desk.register();
    await desk.publish();
    const [gone] = await desk.ended(endpoint, 1);
    expect(gone && outcomes(gone)).toEqual([410]);
    const { state, reason } = (
      await desk.call({ method: 'GET', path: `/${endpoint.id}` })
    ).json<WebhookEndpoint>();
    expect([state, reason]).toEqual(['disabled', expect.stringContaining('410')]);
    await desk.remove(endpoint);
  });

  it('is told nothing that its client may not read', async () => {
    const asked = { url: desk.receiver.url, eventTypes: ['plan.agreed'] };
    expect((await desk.call({ method: 'POST', body: asked })).statusCode).toBe(403);
    const planner = await desk.api.addClient(['releases:read', 'plans:read']);
    const endpoint = (await desk.call({ method: 'POST', body: asked }, {}, planner)).json<WebhookEndpoint>();
    const planId = newId();
    const agree = () =>
      new UnitOfWork(desk.api.dataSource).run((manager) =>
        recordEvent(manager, 'plan.agreed', { planId, version: 1 }),
      );
    await agree();
    await until('the message', () => Promise.resolve(desk.receiver.messages.length === 1));
    expect(JSON.parse(desk.receiver.messages[0]?.body ?? '')).toMatchObject({
      type: 'plan.agreed',
      data: { planId },
    });
    const by = { id: 'test', correlationId: null };
    await new ApiClientAdministration(new UnitOfWork(desk.api.dataSource)).setDisabled(planner.id, true, by);
    const isAnnounced = async (): Promise<boolean> => {
      const sql = 'SELECT id FROM webhook_event WHERE announced_at IS NULL';
      return (await desk.api.dataSource.query<unknown[]>(sql)).length === 0;
    };
    await agree();
    await until('the announcement', isAnnounced);
    const told = await desk.api.dataSource.query<unknown[]>(
      'SELECT run FROM webhook_delivery WHERE endpoint_id = ?',
      [endpoint.id],
    );
    expect(told).toEqual([{ run: 1 }]);
  });
});

describe('an event whose ring was lost', () => {
  it('is announced all the same', async () => {
    const endpoint = await desk.register();
    await desk.api.dataSource.query(
      `INSERT INTO webhook_event (id, type, data, occurred_at) VALUES (?, 'release.published', '{}', UTC_TIMESTAMP(6))`,
      [newId()],
    );
    const [told] = await desk.ended(endpoint, 1);
    expect(told).toMatchObject({ state: 'delivered', run: 1 });
    await desk.remove(endpoint);
  });
});
