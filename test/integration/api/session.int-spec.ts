import { PASSWORD, callerWith, startApi, type ApiUnderTest } from './api-under-test';

describe('the session', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    api = await startApi();
  });

  afterAll(() => api.close());

  const countSchedules = async (): Promise<number> => {
    const [row] = await api.dataSource.query<{ schedules: number }[]>(
      'SELECT COUNT(*) AS schedules FROM schedule',
    );
    return row?.schedules ?? -1;
  };

  it('begins with a cookie that no script and no other site can use', async () => {
    const { email } = await api.signedIn('workforce-lead', 'RR8');

    const answer = await api.anonymous.send('POST', '/session', { email, password: PASSWORD });

    expect(answer.status).toBe(200);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-wholetime-session=[\w-]{43}; /);
    for (const attribute of ['Path=/', 'Secure', 'HttpOnly', 'SameSite=Strict', 'Max-Age=43200']) {
      expect(cookie).toContain(attribute);
    }
    expect(cookie).not.toContain('Domain');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      person: { email, name: 'Test workforce-lead' },
      grants: [{ role: 'workforce-lead', organisation: { code: 'RR8', type: 'trust' } }],
    });
  });

  it('is refused in the same words whether the address or the password is wrong', async () => {
    const { email } = await api.signedIn('workforce-lead', 'RR8');
    const refusals = await Promise.all([
      api.anonymous.send('POST', '/session', { email, password: 'wrong' }),
      api.anonymous.send('POST', '/session', { email: 'nobody@example.org', password: PASSWORD }),
    ]);

    expect(refusals.map(({ status }) => status)).toEqual([401, 401]);
    expect(refusals[0]?.text).toBe(refusals[1]?.text);
  });

  it('says when to come back after too many failures', async () => {
    const { email } = await api.signedIn('workforce-lead', 'RR8');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      await api.anonymous.send('POST', '/session', { email, password: 'wrong' });
    }

    const answer = await api.anonymous.send('POST', '/session', { email, password: PASSWORD });

    expect(answer.status).toBe(429);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
  });

  it('is read back while it lasts and ends at sign-out', async () => {
    const caller = await api.signedIn('auditor', 'ENG');
    expect((await caller.get('/session')).json()).toMatchObject({ person: { id: caller.personId } });

    const answer = await caller.send('DELETE', '/session');

    expect(answer.status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^__Host-wholetime-session=;.*Expires=Thu, 01 Jan 1970/,
    );
    expect((await caller.get('/session')).status).toBe(401);
    expect((await api.anonymous.get('/session')).status).toBe(401);
  });

  it.each([
    ['no token', { 'x-csrf-token': '' }],
    ['a wrong token', { 'x-csrf-token': 'guess' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('changes nothing for a request with %s', async (_, headers) => {
    const caller = await api.signedIn('administrator', 'ENG');
    const schedule = {
      name: 'Nightly',
      cron: '0 2 * * *',
      timeZone: 'Europe/London',
      roundId: api.fixture.roundId,
    };

    const answer = await caller.send('POST', '/schedules', schedule, headers);

    expect(answer.status).toBe(403);
    expect(await countSchedules()).toBe(0);
  });

  it('cannot be begun from the page of another site', async () => {
    const { email } = await api.signedIn('auditor', 'ENG');
    const credentials = { email, password: PASSWORD };

    const answer = await api.anonymous.send('POST', '/session', credentials, {
      'sec-fetch-site': 'cross-site',
    });

    expect(answer.status).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  it('of someone else does not lend its token', async () => {
    const [victim, attacker] = [
      await api.signedIn('administrator', 'ENG'),
      await api.signedIn('administrator', 'ENG'),
    ];
    const { csrfToken } = (await attacker.get('/session')).json<{ csrfToken: string }>();

    const answer = await victim.send('DELETE', '/session', undefined, { 'x-csrf-token': csrfToken });

    expect(answer.status).toBe(403);
    expect((await victim.get('/session')).status).toBe(200);
  });

  it('is not begun by a cookie that was made up', async () => {
    const caller = callerWith(api.app, { cookie: '__Host-wholetime-session=made-up' });

    expect((await caller.get('/rounds')).status).toBe(401);
  });
});
