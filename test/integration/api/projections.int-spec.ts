import type { AddressInfo } from 'node:net';
import { get, type IncomingMessage } from 'node:http';
import { PASSWORD, startApi, type ApiUnderTest } from './api-under-test';

describe('projections over HTTP', () => {
  let api: ApiUnderTest;

  beforeEach(async () => {
    api = await startApi();
  });

  afterEach(() => api.close());

  const unit = (code: string) => ({
    scenarioId: api.fixture.planId,
    organisationId: api.fixture.organisation(code),
  });

  it('are sent once, and again only when they have changed', async () => {
    const planner = await api.signedIn('system-planner', 'QWO');
    const first = await planner.get('/projections/overview', unit('RR8'));
    const etag = String(first.headers['etag']);

    const same = await planner.get('/projections/overview', unit('RR8'), {
      'if-none-match': `W/"old", ${etag}`,
    });
    await planner.send('POST', '/projections/runs', unit('RR8'));
    await api.dataSource.query("UPDATE scenario SET name = 'Renamed' WHERE id = ?", [api.fixture.planId]);
    const changed = await planner.get('/projections/overview', unit('RR8'), { 'if-none-match': etag });

    expect(first.status).toBe(200);
    expect(first.headers['cache-control']).toBe('private, no-cache');
    expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect([same.status, same.text]).toEqual([304, '']);
    expect(changed.status).toBe(200);
    expect(changed.headers['etag']).not.toBe(etag);
  });

  it('are requested for everything under an organisation', async () => {
    const planner = await api.signedIn('system-planner', 'QWO');

    const answer = await planner.send('POST', '/projections/runs', unit('QWO'));

    expect([answer.status, answer.json()]).toEqual([202, { requested: 2 }]);
    const status = await planner.get('/projections/status', unit('QWO'));
    expect(status.json<{ units: { organisation: { code: string } }[] }>().units).toHaveLength(2);
  });

  it('of a region show a reviewer no single organisation', async () => {
    const reviewer = await api.signedIn('regional-reviewer', 'Y63');

    const own = await reviewer.get('/projections/status', unit('Y63'));
    const below = await reviewer.get('/projections/overview', unit('QWO'));

    expect(own.json()).toMatchObject({ units: [] });
    expect(below.status).toBe(403);
  });

  describe('while a browser follows them', () => {
    const follow = async (email: string): Promise<IncomingMessage> => {
      const { port } = api.app.getHttpServer().address() as AddressInfo;
      const session = await api.anonymous.send('POST', '/session', { email, password: PASSWORD });
      const cookie = String(session.headers['set-cookie']).split(';', 1)[0] ?? '';
      const url = `http://127.0.0.1:${port}/api/projections/events?scenarioId=${api.fixture.planId}`;
      return new Promise((resolve, reject) => {
        get(url, { headers: { cookie } }, resolve).on('error', reject);
      });
    };

    const until = async (stream: IncomingMessage, isEnough: (text: string) => boolean): Promise<string> => {
      let text = '';
      for await (const chunk of stream) {
        text += String(chunk);
        if (isEnough(text)) return text;
      }
      return text;
    };

    const organisationsIn = (text: string): Set<string> =>
      new Set([...text.matchAll(/"organisationId":"([^"]+)"/g)].map(([, id]) => id ?? ''));

    beforeEach(() => api.app.listen(0, '127.0.0.1'));

    it('tell of the organisations that the person may read, and of no other', async () => {
      const { email } = await api.signedIn('system-planner', 'QWO');
      const stream = await follow(email);

      const text = await until(stream, (sofar) => organisationsIn(sofar).size >= 2);

      stream.destroy();
      expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8');
      expect(stream.headers['content-security-policy']).toBeDefined();
      expect(text).toMatch(/^: open\n\nevent: unit\ndata: \{/);
      expect(organisationsIn(text)).toEqual(
        new Set([api.fixture.organisation('RR8'), api.fixture.organisation('RWY')]),
      );
    });

    it('end the stream when the process shuts down, so that it can', async () => {
      const { email } = await api.signedIn('system-planner', 'QWO');
      const stream = await follow(email);
      const ended = until(stream, () => false);

      await api.app.close();

      expect(await ended).toContain(': open');
    });
  });
});
