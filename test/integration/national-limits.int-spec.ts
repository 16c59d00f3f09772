import { NationalApi } from '../support/national-api.fixture';

const LIMIT = 4;

let api: NationalApi;

beforeAll(async () => {
  api = await NationalApi.start(['releases:read'], undefined, {
    settings: { WHOLETIME_HEE_REQUESTS_PER_MINUTE: String(LIMIT) },
  });
});

afterAll(() => api.stop());

describe('a client that asks too often', () => {
  it('is told where it stands, refused with the time to come back, and takes nothing from others', async () => {
    const headers = await api.authorised();
    const ask = () => api.app.inject({ url: '/v1/releases', headers });
    const policy = `"default";q=${LIMIT};w=60`;
    for (let left = LIMIT - 1; left >= 0; left -= 1) {
      const { statusCode, headers: answered } = await ask();
      expect(statusCode).toBe(200);
      expect(answered['ratelimit-policy']).toBe(policy);
      expect(answered['ratelimit']).toMatch(new RegExp(`^"default";r=${left};t=\\d+$`));
      expect(answered['retry-after']).toBeUndefined();
    }
    const refused = await ask();
    expect(refused.statusCode).toBe(429);
    expect(refused.headers).toMatchObject({
      'content-type': 'application/problem+json; charset=utf-8',
      'ratelimit-policy': policy,
      ratelimit: expect.stringMatching(/^"default";r=0;t=\d+$/) as string,
    });
    const seconds = Number(refused.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused.json()).toMatchObject({
      type: 'urn:problem-type:wholetime:too-many-requests',
      retryAfterSeconds: seconds,
    });
    const other = await api.addClient(['releases:read']);
    const answer = await api.app.inject({ url: '/v1/releases', headers: await api.authorised({}, other) });
    expect(answer.statusCode).toBe(200);
  });
});
