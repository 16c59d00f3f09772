import type { PublishedRelease } from '#publication';
import { PullLog } from '../../apps/hee-api/pull-log/pull-log';
import { GeneratedReleases, generatedRows } from '../support/generated-release.fixture';
import { NationalApi } from '../support/national-api.fixture';
import { ApiClientAdministration } from '#access';
import { UnitOfWork } from '#persistence';

const BY = { id: 'test', correlationId: null };

let api: NationalApi;
let release: PublishedRelease;

beforeEach(async () => {
  api = await NationalApi.start(['releases:read'], async (dataSource) => {
    release = await new GeneratedReleases(dataSource).publish(generatedRows(200));
  });
});

afterEach(() => api.stop());

const url = (): string => `/v1/releases/${release.id}/files/observations.csv`;
const pulls = async (): Promise<number> => {
  const [row] = await api.dataSource.query<{ pulls: string }[]>('SELECT COUNT(*) AS pulls FROM pull_log');
  return Number(row?.pulls);
};

describe('the log of pulls', () => {
  it('has every pull when the process has ended, also those answered 304 at the door', async () => {
    const headers = await api.authorised();
    const { headers: sent } = await api.app.inject({ url: url(), headers });
    const known = { ...headers, 'if-none-match': String(sent['etag']) };
    for (let pull = 0; pull < 20; pull += 1) {
      const answer = await api.app.inject({ url: url(), headers: known });
      expect([answer.statusCode, answer.body, answer.headers['etag']]).toEqual([304, '', sent['etag']]);
      expect(answer.headers).toMatchObject({
        'cache-control': sent['cache-control'],
        vary: sent['vary'],
        ratelimit: expect.stringContaining('r=') as string,
        'x-request-id': expect.any(String) as string,
      });
    }
    await api.app.close();
    expect(await pulls()).toBe(21);
  });

  it('is kept while it cannot be written, and nothing is answered meanwhile', async () => {
    const headers = await api.authorised();
    const pull = async (): Promise<number> => (await api.app.inject({ url: url(), headers })).statusCode;
    await pull();
    await api.dataSource.query('RENAME TABLE pull_log TO pull_log_away');
    await expect(api.app.get(PullLog).flush()).rejects.toThrow(/pull_log/);
    expect(await pull()).toBe(500);
    await api.dataSource.query('RENAME TABLE pull_log_away TO pull_log');
    expect(await pull()).toBe(200);
    expect(await pulls()).toBe(3);
  });
});

describe('a token that was given out', () => {
  it('opens nothing once its client is disabled', async () => {
    const headers = await api.authorised();
    const clients = new ApiClientAdministration(new UnitOfWork(api.dataSource));
    await clients.setDisabled(api.client.id, true, BY);
    expect((await api.app.inject({ url: url(), headers })).statusCode).toBe(401);
  });

  it('has no answer at the door under a condition that does not hold', async () => {
    const headers = { ...(await api.authorised()), 'if-none-match': '"another"' };
    await api.app.inject({ url: url(), headers });
    expect((await api.app.inject({ url: url(), headers })).statusCode).toBe(200);
  });
});
