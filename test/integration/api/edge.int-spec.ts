import { symlinkSync, unlinkSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type ApiUnderTest, type Caller } from './api-under-test';
import { testDatabaseUrl } from '../../support/test-database';

describe('the edge of the API', () => {
  let api: ApiUnderTest;
  let planner: Caller;

  beforeAll(async () => {
    api = await startApi();
    planner = await api.signedIn('system-planner', 'QWO');
  });

  afterAll(() => api.close());

  it('forbids inline scripts and styles, frames and other sites', async () => {
    const { headers } = await api.anonymous.get('/openapi.json');
    const policy = String(headers['content-security-policy']);

    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.replaceAll("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
    expect(policy).not.toMatch(/https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });

  it('echoes the identifiers of a request', async () => {
    const sent = { 'x-request-id': 'request-1', 'x-correlation-id': 'work-1' };
    const { headers } = await planner.get('/rounds', {}, sent);

    expect(headers).toMatchObject(sent);
  });

  it('answers an unknown address and a wrong method with a problem document', async () => {
    const answers = await Promise.all([
      planner.get('/nowhere'),
      planner.get('/plans/not-an-id'),
      planner.send('PATCH', '/rounds', {}),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 400, 404]);
    for (const { headers } of answers) expect(headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('refuses bodies that are too large, broken, or meant to poison objects', async () => {
    const json = { 'content-type': 'application/json' };
    const post = (payload: string) =>
      api.app.inject({ method: 'POST', url: '/api/session', headers: json, payload });
    const large = await post(JSON.stringify({ email: 'x'.repeat(1_100_000), password: 'x' }));
    const broken = await post('{"email":');
    const poisoned = await post('{"email":"a","password":"b","__proto__":{"isAdmin":true}}');
    const deep = await post(`${'['.repeat(20_000)}${']'.repeat(20_000)}`);

    expect([large, broken, poisoned, deep].map(({ statusCode }) => statusCode)).toEqual([413, 400, 400, 400]);
  });

  it('shows a person the organisations at or below the own ones, as they were at the round', async () => {
    const { nodes } = (await planner.get('/organisations', { roundId: api.fixture.roundId })).json<{
      nodes: { code: string; type: string; parentId: string | null }[];
    }>();

    const codes = nodes.map(({ code }) => code);
    expect(codes).toEqual(expect.arrayContaining(['QWO', 'RR8', 'RWY']));
    expect(codes).not.toEqual(expect.arrayContaining(['RTG']));
    expect(codes).not.toEqual(expect.arrayContaining(['ENG']));
    expect(nodes.find(({ type }) => type === 'system')?.parentId).toBeNull();
  });

  it('answers 503 while the database is away, and works again when it is back', async () => {
    const socketPath = new URL(testDatabaseUrl()).searchParams.get('socketPath') ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'wholetime-edge-'));
    const link = join(folder, 'database.sock');
    symlinkSync(socketPath, link);
    const before = process.env['TEST_DATABASE_URL'];
    process.env['TEST_DATABASE_URL'] = `mysql://root@localhost/?socketPath=${encodeURIComponent(link)}`;
    const other = await startApi();
    process.env['TEST_DATABASE_URL'] = before;
    try {
      const caller = await other.signedIn('auditor', 'ENG');
      unlinkSync(link);
      await endConnections(api, other);
      const away = [
        await caller.get('/rounds'),
        await caller.get('/session'),
        await caller.get('/health/ready'),
      ];
      const live = await caller.get('/health/live');
      symlinkSync(socketPath, link);

      expect(away.map(({ status }) => status)).toEqual([503, 503, 503]);
      expect(away.every(({ headers }) => headers['retry-after'] !== undefined)).toBe(true);
      expect(away.some(({ text }) => text.includes(link))).toBe(false);
      expect(live.status).toBe(200);
      expect((await caller.get('/rounds')).status).toBe(200);
    } finally {
      await other.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Cuts every connection to the database of one API, through the connections of another. */
async function endConnections(by: ApiUnderTest, of: ApiUnderTest): Promise<void> {
  const database = of.dataSource.driver.database;
  const connections = await by.dataSource.query<{ id: number }[]>(
    'SELECT id FROM information_schema.processlist WHERE db = ?',
    [database],
  );
  for (const { id } of connections) await by.dataSource.query(`KILL ${id}`);
}
