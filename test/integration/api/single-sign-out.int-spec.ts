import { newId } from '#platform';
import { BrowserAtProvider } from '../../support/single-sign-on/browser-at-provider';
import { CLIENT_ID } from '../../support/single-sign-on/provider-under-test';
import { PUBLIC_URL, START, SingleSignOnDesk, placeOf } from './single-sign-on-desk';

describe('signing out of what an identity provider began', () => {
  let desk: SingleSignOnDesk;

  beforeAll(async () => {
    desk = await SingleSignOnDesk.open();
  });

  afterAll(() => desk.close());

  it('ends the session here and leads to where it ends there', async () => {
    const { subject } = await desk.someone();
    const browser = new BrowserAtProvider(desk.provider.issuer);
    const answer = await desk.comeBack(await desk.leave(subject, browser));
    const caller = desk.callerOf(answer);
    const { csrfToken } = (await caller.get('/session')).json<{ csrfToken: string }>();

    const ended = await caller.send('DELETE', '/session', undefined, { 'x-csrf-token': csrfToken });
    expect([ended.status, (await caller.get('/session')).status]).toEqual([204, 401]);

    const there = placeOf(await desk.api.anonymous.get(`${START}/sign-out`));
    expect(there).toContain(`${desk.provider.issuer}/session/end?`);
    expect(await browser.signOut(there)).toBe(`${PUBLIC_URL}/sign-in`);
  });

  it('there ends the session here, and no other', async () => {
    const { id, subject } = await desk.someone();
    await desk.provider.control({ apiUrl: await desk.api.app.getUrl() });
    const browser = new BrowserAtProvider(desk.provider.issuer);
    const here = desk.callerOf(await desk.comeBack(await desk.leave(subject, browser)));
    const elsewhere = desk.callerOf(await desk.signIn(subject));

    await browser.signOut(placeOf(await desk.api.anonymous.get(`${START}/sign-out`)));

    expect((await here.get('/session')).status).toBe(401);
    expect((await elsewhere.get('/session')).status).toBe(200);
    const [entry] = await desk.api.dataSource.query<{ detail: string }[]>(
      "SELECT detail FROM audit_entry WHERE action = 'session.ended-elsewhere' AND entity_id = ?",
      [id],
    );
    expect(JSON.parse(entry?.detail ?? '{}')).toEqual({ sessions: 1 });
  });

  it.each([
    ['for another client', { aud: 'another' }, {}],
    ['of another issuer', { iss: 'https://elsewhere.example' }, {}],
    ['of long ago', { iat: 1_700_000_000 }, {}],
    ['that is no logout token', { events: undefined }, {}],
    ['with a nonce, as ID tokens have', { nonce: 'any' }, {}],
    ['of nobody', { sub: undefined }, {}],
    ['unsigned', {}, { alg: 'none' }],
  ])('is not begun by a token %s', async (_, changes, header) => {
    const { subject } = await desk.someone();
    const caller = desk.callerOf(await desk.signIn(subject));
    const good = {
      iss: desk.provider.issuer,
      aud: CLIENT_ID,
      sub: subject,
      iat: Math.floor(Date.now() / 1000),
      jti: newId(),
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    };
    const send = async (claims: object, head: object) =>
      (
        await desk.api.anonymous.send('POST', `${START}/ended`, {
          logout_token: await desk.provider.sign(claims, head),
        })
      ).status;

    expect(await send({ ...good, ...changes }, header)).toBe(401);
    expect((await caller.get('/session')).status).toBe(200);
    expect(await send(good, {})).toBe(204);
    expect((await caller.get('/session')).status).toBe(401);
  });
});
