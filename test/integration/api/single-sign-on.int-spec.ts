import { newId } from '#platform';
import { BrowserAtProvider } from '../../support/single-sign-on/browser-at-provider';
import { CLIENT_ID } from '../../support/single-sign-on/provider-under-test';
import { startApi, type ApiUnderTest } from './api-under-test';
import { PUBLIC_URL, START, SingleSignOnDesk, cookieOf, placeOf } from './single-sign-on-desk';

describe('signing in at an identity provider', () => {
  let desk: SingleSignOnDesk;

  beforeAll(async () => {
    desk = await SingleSignOnDesk.open();
  });

  afterAll(() => desk.close());

  beforeEach(async () => void (await desk.refusals()));

  it('is offered by the name that it has', async () => {
    expect((await desk.api.anonymous.get('/session/options')).json()).toEqual({
      singleSignOn: { name: 'NHS England' },
    });
  });

  it('asks for a code with a challenge, a state and a nonce that nobody else has', async () => {
    const [one, other] = [await desk.begin(), await desk.begin()].map(
      (answer) => new URL(placeOf(answer)).searchParams,
    );

    expect(Object.fromEntries(one ?? [])).toMatchObject({
      client_id: CLIENT_ID,
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${PUBLIC_URL}/api/session/single-sign-on/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one?.get(name)).toMatch(/^[\w-]{43}$/);
      expect(other?.get(name)).not.toBe(one?.get(name));
    }
  });

  it('lets in a person with an account and a role, and leads on to where they were going', async () => {
    const { id, email, subject } = await desk.someone();

    const answer = await desk.signIn(subject);

    expect([answer.status, placeOf(answer)]).toEqual([302, '/data?tab=esr']);
    expect(String(answer.headers['set-cookie'])).toMatch(/wholetime-session=[\w-]{43};.*SameSite=Strict/);
    expect((await desk.callerOf(answer).get('/session')).json()).toMatchObject({
      person: { id, email },
      grants: [{ role: 'workforce-lead' }],
      signsInElsewhere: true,
    });
  });

  it('knows the person by the subject from then on, whatever becomes of the address', async () => {
    const { id, email, subject } = await desk.someone();
    await desk.signIn(subject);
    const successor = newId();
    const people = {
      [subject]: { email: 'renamed@example.org', email_verified: true },
      [successor]: { email, email_verified: true },
    };
    await desk.provider.control({ people });

    expect((await desk.callerOf(await desk.signIn(subject)).get('/session')).json()).toMatchObject({
      person: { id },
    });
    expect(placeOf(await desk.signIn(successor))).toBe('/sign-in?refused=no-account');
    expect(await desk.refusals()).toEqual([
      { reason: 'no-account', detail: 'the person of the address is linked to another subject' },
    ]);
  });

  it('goes on when the provider changes its key, even while the browser is there', async () => {
    const { subject } = await desk.someone();
    const people = { [subject]: {} };
    expect(placeOf(await desk.signIn(subject))).toBe('/data?tab=esr');

    await desk.provider.control({ rotate: true, people });
    expect(placeOf(await desk.signIn(subject))).toBe('/data?tab=esr');
  });

  it.each(['clock-behind', 'clock-ahead'])('bears a %s by half a minute', async (fault) => {
    const { subject } = await desk.someone();
    await desk.signIn(subject);
    await desk.provider.control({ fault });

    expect(placeOf(await desk.signIn(subject))).toBe('/data?tab=esr');
  });

  it.each([
    ['wrong-audience', /"aud" \(audience\)/],
    ['wrong-issuer', /"iss" \(issuer\)/],
    ['wrong-nonce', /"nonce"/],
    ['no-nonce', /"nonce"/],
    ['expired', /"exp" \(expiration time\)/],
    ['not-yet-valid', /"nbf" \(not before\)/],
    ['unsigned', /alg/],
    ['public-key-as-secret', /alg/],
    ['client-secret-as-key', /alg/],
    ['key-of-another', /signature/],
    ['unknown-key', /key/],
    ['altered-after-signing', /signature/],
  ])('refuses a token that is %s and says which rule it breaks', async (fault, rule) => {
    const { id, subject } = await desk.someone();
    await desk.signIn(subject);
    await desk.provider.control({ fault });

    const answer = await desk.signIn(subject);

    expect(placeOf(answer)).toBe('/sign-in?refused=answer-not-trusted');
    expect(cookieOf(answer, 'session')).toBe('');
    const [refusal, ...more] = await desk.refusals();
    expect(more).toEqual([]);
    expect(refusal?.detail).toMatch(rule);
    expect(await desk.countSessionsOf(id)).toBe(1);
  });

  it('takes an answer once: neither it nor its code counts again', async () => {
    const { subject } = await desk.someone();
    const first = await desk.leave(subject);
    expect(placeOf(await desk.comeBack(first))).toBe('/data?tab=esr');

    expect(placeOf(await desk.comeBack(first))).toBe('/sign-in?refused=state-unknown');
    const second = await desk.leave(subject);
    const mixed = { ...second, query: { ...second.query, code: first.query['code'] ?? '' } };
    expect(placeOf(await desk.comeBack(mixed))).toBe('/sign-in?refused=answer-not-trusted');
    expect((await desk.refusals()).map(({ detail }) => detail)).toEqual([
      'this browser was not sent with this state, or came back already',
      'the code is refused: invalid_grant',
    ]);
  });

  it('takes an answer only from the browser that was sent, with its state, and in time', async () => {
    const { subject } = await desk.someone();
    const [answer, other] = [await desk.leave(subject), await desk.leave(subject)];

    expect(placeOf(await desk.comeBack({ ...answer, cookie: '' }))).toBe('/sign-in?refused=state-unknown');
    expect(placeOf(await desk.comeBack({ ...answer, cookie: other.cookie }))).toBe(
      '/sign-in?refused=state-unknown',
    );
    const invented = { ...answer, query: { ...answer.query, state: 'invented' } };
    expect(placeOf(await desk.comeBack(invented))).toBe('/sign-in?refused=state-unknown');
    await desk.api.dataSource.query('UPDATE pending_sign_in SET expires_at = UTC_TIMESTAMP(6)');
    expect(placeOf(await desk.comeBack(answer))).toBe('/sign-in?refused=state-unknown');
  });

  it('refuses the answer of another provider', async () => {
    const { subject } = await desk.someone();
    const answer = await desk.leave(subject);

    const mixedUp = { ...answer, query: { ...answer.query, iss: 'https://elsewhere.example' } };

    expect(placeOf(await desk.comeBack(mixedUp))).toBe('/sign-in?refused=answer-not-trusted');
    expect((await desk.refusals())[0]?.detail).toMatch(/"iss"/);
  });

  it('refuses whoever has no account, no verified address, no role, or a disabled account', async () => {
    const stranger = newId();
    const refusedFor = async (subject: string) => placeOf(await desk.signIn(subject)).split('refused=')[1];
    await desk.provider.control({
      people: { [stranger]: { email: 'nobody@example.org', email_verified: true } },
    });
    expect(await refusedFor(stranger)).toBe('no-account');

    expect(await refusedFor((await desk.someone({ isVerified: false })).subject)).toBe('no-account');
    expect(await refusedFor((await desk.someone({ hasRole: false })).subject)).toBe('no-role');
    const { id, subject } = await desk.someone();
    await desk.signIn(subject);
    await desk.api.dataSource.query('UPDATE person SET disabled_at = UTC_TIMESTAMP(6) WHERE id = ?', [id]);
    expect(await refusedFor(subject)).toBe('account-disabled');
  });

  it('comes back without a session when the person turns back, or the provider is away', async () => {
    const answer = await desk.begin();
    const back = await new BrowserAtProvider(desk.provider.issuer).turnBack(placeOf(answer));
    const query = Object.fromEntries(new URL(back).searchParams);

    const refused = await desk.comeBack({ cookie: cookieOf(answer, 'sign-in'), query });
    expect(placeOf(refused)).toBe('/sign-in?refused=provider-refused');

    await desk.provider.control({ isAway: true });
    expect(placeOf(await desk.begin())).toBe('/sign-in?refused=provider-unavailable');
    await desk.provider.control({});
  });

  it('leads nowhere else afterwards', async () => {
    await desk.someone();
    await desk.begin('https://elsewhere.example/');
    const [row] = await desk.api.dataSource.query<{ next: string }[]>(
      'SELECT next_address AS next FROM pending_sign_in ORDER BY expires_at DESC LIMIT 1',
    );
    expect(row?.next).toBe('/');
  });

  it('is slowed down for an address that begins and never ends', async () => {
    await desk.api.dataSource.query('DELETE FROM pending_sign_in');
    await desk.begin();
    await desk.api.dataSource.query(
      `INSERT INTO pending_sign_in SELECT SHA2(seq, 256), browser_sha256, address_sha256, nonce, code_verifier,
         next_address, expires_at FROM pending_sign_in JOIN seq_1_to_199`,
    );

    const answer = await desk.begin();

    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '600']);
    await desk.api.dataSource.query('DELETE FROM pending_sign_in');
  });
});

describe('an installation without an identity provider', () => {
  let api: ApiUnderTest;

  beforeAll(async () => {
    for (const name of Object.keys(process.env)) if (/OIDC/.test(name)) delete process.env[name];
    api = await startApi();
  });

  afterAll(() => api.close());

  it('offers none, and says so to whoever asks for it', async () => {
    expect((await api.anonymous.get('/session/options')).json()).toEqual({ singleSignOn: null });
    for (const path of [START, `${START}/callback`, `${START}/sign-out`]) {
      expect((await api.anonymous.get(path)).status).toBe(404);
    }
    const ended = await api.anonymous.send('POST', `${START}/ended`, { logout_token: 'any' });
    expect(ended.status).toBe(404);
  });
});
