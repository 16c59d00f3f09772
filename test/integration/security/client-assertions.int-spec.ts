import { createHmac } from 'node:crypto';
import {
  SignJWT,
  UnsecuredJWT,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { ApiClientService } from '#access';
import { newId } from '#platform';
import { NationalApi } from '../../support/national-api.fixture';

/** Seconds since 1970. */
const now = (): number => Math.floor(Date.now() / 1000);
const encoded = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

interface Keys {
  readonly clientId: string;
  readonly key: CryptoKey;
  readonly publicKey: CryptoKey;
}

describe('an assertion of a client', () => {
  let api: NationalApi;
  let audience: string;
  let keys: Keys;

  beforeAll(async () => {
    api = await NationalApi.start(['releases:read']);
    const { aud } = claimsOf(await api.client.assertion());
    audience = String(aud);
    keys = await register('RS512');
  });

  afterAll(() => api.stop());

  const claimsOf = (token: string): JWTPayload =>
    JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as JWTPayload;

  async function register(algorithm: string): Promise<Keys> {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const { id } = await new ApiClientService(api.dataSource).register({
      name: 'Analysts',
      purpose: 'Workforce planning',
      legalBasis: 'Health and Care Act 2022',
      scopes: ['releases:read'],
      keyId: 'first',
      publicJwk: { ...(await exportJWK(publicKey)), alg: algorithm },
      actor: 'test',
    });
    return { clientId: id, key: privateKey, publicKey };
  }

  const good = (): JWTPayload => ({
    iss: keys.clientId,
    sub: keys.clientId,
    aud: audience,
    jti: newId(),
    iat: now(),
    exp: now() + 120,
  });
  const signed = (claims: JWTPayload, header: { alg?: string; kid?: string } = {}, key = keys.key) =>
    new SignJWT(claims).setProtectedHeader({ alg: 'RS512', kid: 'first', ...header }).sign(key);
  const without = (...names: string[]): JWTPayload =>
    Object.fromEntries(Object.entries(good()).filter(([name]) => !names.includes(name)));
  const statusOf = async (assertion: string): Promise<number> =>
    (await api.requestToken(assertion)).statusCode;

  /** Signed with the text of the public key as if it were a shared secret. */
  const confused = async (): Promise<string> => {
    const head = `${encoded({ alg: 'HS256', kid: 'first' })}.${encoded(good())}`;
    const secret = await exportSPKI(keys.publicKey);
    return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
  };
  const bySomeoneElse = async (): Promise<string> =>
    signed(good(), {}, (await generateKeyPair('RS512')).privateKey);

  it('gets a token when it is right', async () => {
    expect(await statusOf(await signed(good()))).toBe(200);
  });

  it.each<[string, () => string | Promise<string>]>([
    ['has run out', () => signed({ ...good(), iat: now() - 300, exp: now() - 60 })],
    ['is good for longer than five minutes', () => signed({ ...good(), exp: now() + 3_600 })],
    [
      'says that it begins in a year',
      () => signed({ ...good(), iat: now() + 31_536_000, exp: now() + 31_536_100 }),
    ],
    ['is not good yet', () => signed({ ...good(), nbf: now() + 100 })],
    ['never ends', () => signed(without('exp'))],
    ['is for another server', () => signed({ ...good(), aud: 'https://elsewhere.test/oauth2/token' })],
    ['is for nobody', () => signed(without('aud'))],
    ['is about another client', () => signed({ ...good(), sub: newId() })],
    ['is about nobody', () => signed(without('sub'))],
    ['is from another client', () => signed({ ...good(), iss: newId() })],
    ['is from nobody', () => signed(without('iss'))],
    ['has no id', () => signed(without('jti'))],
    ['has an id that is no text', () => signed({ ...good(), jti: 7 as unknown as string })],
    ['is not signed', () => new UnsecuredJWT(good()).encode()],
    ['is signed with the public key as a secret', confused],
    ['is signed with another key', bySomeoneElse],
    ['names a key that there is not', () => signed(good(), { kid: 'another' })],
    [
      'is signed by an algorithm that is not taken',
      async () => {
        const weak = await generateKeyPair('RS256');
        return signed(good(), { alg: 'RS256' }, weak.privateKey);
      },
    ],
    [
      'was altered',
      async () => (await signed(good())).replace(/\.[^.]+\./, `.${encoded({ ...good(), scope: 'all' })}.`),
    ],
    ['is no token', () => 'a.b.c'],
    ['is empty', () => ''],
  ])('is refused when it %s', async (_, make) => {
    const response = await api.requestToken(await make());

    expect(response.statusCode).toBe(401);
    expect(response.json()).toMatchObject({ error: 'invalid_client' });
    expect(response.headers['cache-control']).toBe('no-store');
  });

  it('is used once, also by many at the same time', async () => {
    const assertion = await signed(good());
    const statuses = await Promise.all(Array.from({ length: 8 }, () => statusOf(assertion)));

    expect(statuses.filter((status) => status === 200)).toHaveLength(1);
    expect(statuses.filter((status) => status === 401)).toHaveLength(7);
  });

  it('counts by a new key beside the old, and by the old one no more once it has ended', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    await api.dataSource.query(
      `INSERT INTO api_client_key (id, client_id, key_id, public_jwk, valid_from, valid_to)
       VALUES (?, ?, 'second', ?, '2020-01-01', NULL)`,
      [newId(), keys.clientId, JSON.stringify({ ...(await exportJWK(publicKey)), alg: 'ES256' })],
    );
    const byNew = () => signed(good(), { alg: 'ES256', kid: 'second' }, privateKey);
    expect([await statusOf(await signed(good())), await statusOf(await byNew())]).toEqual([200, 200]);

    await api.dataSource.query(
      "UPDATE api_client_key SET valid_to = '2021-01-01' WHERE client_id = ? AND key_id = 'first'",
      [keys.clientId],
    );

    expect([await statusOf(await signed(good())), await statusOf(await byNew())]).toEqual([401, 200]);
  });

  it('counts no more once the client is disabled', async () => {
    const other = await api.addClient(['releases:read']);
    expect(await statusOf(await other.assertion())).toBe(200);
    await api.dataSource.query('UPDATE api_client SET disabled_at = UTC_TIMESTAMP(6) WHERE id = ?', [
      other.id,
    ]);

    expect(await statusOf(await other.assertion())).toBe(401);
  });

  it.each<[string, (token: string) => string]>([
    ['made of an assertion', () => ''],
    ['without a signature', (token) => `${token.split('.').slice(0, 2).join('.')}.`],
    [
      'that says it is not signed',
      (token) => `${encoded({ alg: 'none', typ: 'at+jwt' })}.${token.split('.')[1]}.`,
    ],
    [
      'with more scopes than were given',
      (token) => {
        const [head = '', , signature = ''] = token.split('.');
        return `${head}.${encoded({ ...claimsOf(token), scope: 'national:write' })}.${signature}`;
      },
    ],
  ])('is not mistaken for a token, nor is one %s', async (_, change) => {
    const { authorization = '' } = await api.authorised();
    const changed = change(authorization.replace('Bearer ', ''));
    const token = changed === '' ? await api.client.assertion() : changed;
    const response = await api.app.inject({
      url: '/v1/releases',
      headers: { authorization: `Bearer ${token}` },
    });

    expect(response.statusCode).toBe(401);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('opens only what its scopes are for', async () => {
    const headers = await api.authorised();
    const answer = await api.app.inject({ url: '/v1/releases', headers });
    const refused = await api.app.inject({
      method: 'PUT',
      url: '/v1/national/envelopes/2026',
      headers,
      payload: {},
    });

    expect([answer.statusCode, refused.statusCode]).toEqual([200, 403]);
  });
});
