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

  describe('of someone who changes their password', () => {
    const LONG = 'correct horse battery';

    it('goes on, ends everywhere else, and takes the new one from then on', async () => {
      const person = await api.signedIn('workforce-lead', 'RR8');
      const elsewhere = await api.anonymous.send('POST', '/session', {
        email: person.email,
        password: PASSWORD,
      });
      const cookie = String(elsewhere.headers['set-cookie']).split(';', 1)[0] ?? '';
      const other = callerWith(api.app, { cookie });
      expect((await other.get('/session')).status).toBe(200);

      const change = { currentPassword: PASSWORD, newPassword: LONG };
      expect((await person.send('POST', '/session/password', change)).status).toBe(204);

      expect((await person.get('/session')).status).toBe(200);
      expect((await other.get('/session')).status).toBe(401);
      const signIn = (password: string) =>
        api.anonymous.send('POST', '/session', { email: person.email, password });
      expect([(await signIn(PASSWORD)).status, (await signIn(LONG)).status]).toEqual([401, 200]);
      const audited: { action: string }[] = await api.dataSource.query(
        "SELECT action FROM audit_entry WHERE entity_id = ? AND action LIKE 'person.password%'",
        [person.personId],
      );
      expect(audited.map(({ action }) => action)).toEqual(['person.password-changed']);
    });

    it('keeps the old one where the current one is wrong or the new one is easy, and says what is wrong', async () => {
      const person = await api.signedIn('workforce-lead', 'RR8');
      const faultsOf = async (currentPassword: string, newPassword: string) => {
        const answer = await person.send('POST', '/session/password', { currentPassword, newPassword });
        const { errors } = answer.json<{ errors: { pointer: string; rule: string; message: string }[] }>();
        return [answer.status, errors[0]?.pointer, errors[0]?.rule, errors[0]?.message];
      };

      expect(await faultsOf('not this', LONG)).toEqual([
        422,
        '/currentPassword',
        'matches',
        'This is not your current password.',
      ]);
      expect(await faultsOf(PASSWORD, 'fourteen signs')).toEqual([
        422,
        '/newPassword',
        'long-enough',
        'The new password has 14 characters and needs 15.',
      ]);
      expect((await faultsOf(PASSWORD, 'aaaaaaaaaaaaaaaaaaaa'))[2]).toBe('hard-to-guess');
      expect((await faultsOf(PASSWORD, 'Test workforce-lead'))[2]).toBe('hard-to-guess');
      const again = { email: person.email, password: PASSWORD };
      expect((await api.anonymous.send('POST', '/session', again)).status).toBe(200);
    });

    it('is slowed down like signing in', async () => {
      const person = await api.signedIn('workforce-lead', 'RR8');
      const guess = (currentPassword: string) =>
        person.send('POST', '/session/password', { currentPassword, newPassword: LONG });
      for (let attempt = 0; attempt < 5; attempt += 1) await guess('wrong');

      const answer = await guess(PASSWORD);

      expect(answer.status).toBe(429);
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
    });
  });
});
