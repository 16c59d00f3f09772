import { newId } from '#platform';
import { WebhookDesk, type EndpointCall } from '../support/webhook-desk';

let desk: WebhookDesk;

beforeAll(async () => {
  desk = await WebhookDesk.open();
});

afterAll(() => desk.close());

beforeEach(() => desk.receiver.answer(204));

describe('endpoints', () => {
  it('are a client’s own', async () => {
    const endpoint = await desk.register();
    const other = await desk.api.addClient(['releases:read']);
    const path = `/${endpoint.id}`;
    const body = { url: desk.receiver.url, eventTypes: ['release.published'] };
    const calls: EndpointCall[] = [
      { method: 'GET', path },
      { method: 'PUT', path, body },
      { method: 'DELETE', path },
      { method: 'GET', path: `${path}/deliveries` },
      { method: 'POST', path: `${path}/deliveries/${newId()}/replay` },
    ];
    const ifMatch = { 'if-match': `"${endpoint.id}.1"` };
    for (const each of calls) expect((await desk.call(each, ifMatch, other)).statusCode).toBe(404);
    expect((await desk.call({ method: 'GET' }, {}, other)).json()).toEqual({ endpoints: [] });
    expect((await desk.call({ method: 'GET' })).json()).toMatchObject({ endpoints: [{ id: endpoint.id }] });
    await desk.remove(endpoint);
    expect((await desk.call({ method: 'GET', path })).statusCode).toBe(404);
    expect((await desk.call({ method: 'GET' })).json()).toEqual({ endpoints: [] });
  });

  it('are changed only by who knows the version that holds', async () => {
    const endpoint = await desk.register();
    const path = `/${endpoint.id}`;
    const body = { url: desk.receiver.url, eventTypes: ['release.superseded'], isEnabled: false };
    const put = (headers: Record<string, string> = {}) => desk.call({ method: 'PUT', path, body }, headers);
    const { headers } = await desk.call({ method: 'GET', path });
    const ifMatch = { 'if-match': String(headers['etag']) };
    expect((await put()).statusCode).toBe(428);
    expect((await put({ 'if-match': '"another"' })).statusCode).toBe(412);
    const answers = await Promise.all([put(ifMatch), put(ifMatch)]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412]);
    expect((await desk.call({ method: 'GET', path })).json()).toMatchObject({
      state: 'disabled',
      version: 2,
    });
    const known = { 'if-none-match': `"${endpoint.id}.2"` };
    expect((await desk.call({ method: 'GET', path }, known)).statusCode).toBe(304);
    await desk.remove(endpoint);
  });

  it('are ten at most, each address once', async () => {
    const address = (place: number): string => `${desk.receiver.url}/${place}`;
    const all = [];
    for (let place = 0; place < 10; place += 1) all.push(await desk.register(undefined, address(place)));
    for (const url of [address(3), address(10)]) {
      const refused = await desk.call({ method: 'POST', body: { url, eventTypes: ['release.published'] } });
      expect(refused.statusCode).toBe(409);
    }
    await Promise.all(all.map((endpoint) => desk.remove(endpoint)));
  });

  it.each([
    ['an unknown event', { eventTypes: ['release.eaten'] }],
    ['no event', { eventTypes: [] }],
    ['an event twice', { eventTypes: ['release.published', 'release.published'] }],
    ['no address', { url: 'receiver' }],
    ['a password in it', { url: 'https://me:secret@desk.receiver.example/' }],
    ['a long address', { url: `https://desk.receiver.example/${'x'.repeat(500)}` }],
    ['an unknown field', { colour: 'red' }],
  ])('are refused with %s', async (_, change) => {
    const body = { url: desk.receiver.url, eventTypes: ['release.published'], ...change };
    const { statusCode, headers } = await desk.call({ method: 'POST', body });
    expect([400, 422]).toContain(statusCode);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  it('list deliveries in pages, newest first', async () => {
    const endpoint = await desk.register();
    for (let count = 0; count < 3; count += 1) await desk.publish();
    const all = await desk.ended(endpoint, 3);
    const paged: string[] = [];
    let query: string | null = '?limit=2';
    while (query !== null) {
      const page: Awaited<ReturnType<WebhookDesk['deliveries']>> = await desk.deliveries(endpoint, query);
      paged.push(...page.deliveries.map(({ id }) => id));
      query = page.next && `?limit=2&cursor=${page.next}`;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
    await desk.remove(endpoint);
  });
});
