import { ReleaseClient, applyChanges, contentHash } from '#national-client';
import type { Observation, PublishedRelease } from '#publication';
import { GeneratedReleases, generatedRows } from '../support/generated-release.fixture';
import { NationalApi } from '../support/national-api.fixture';

interface Change {
  readonly operation: 'insert' | 'update' | 'withdraw';
  readonly reason: string;
  readonly position: number;
  readonly observation: object;
}

interface ChangePage {
  readonly since: { readonly number: number } | null;
  readonly changes: readonly Change[];
  readonly next: string | null;
}

/** Rows numbered anew. */
const numbered = (rows: readonly Observation[]): Observation[] =>
  rows.map((row, index) => ({ ...row, seq: index + 1 }));

const first = [...generatedRows(400)];
/** A value revised, one hidden, one shown; a name changed; rows gone, added, and one moved. */
const second = numbered([
  ...first
    .slice(20, 60)
    .map((row, index) => (index === 3 ? { ...row, value: 999.25, status: '' as const } : row)),
  { ...(first[0] as Observation), staffGroupCode: 'group-new' },
  ...first
    .slice(60, 390)
    .map((row) => ({ ...row, organisationName: row.organisationName.replace('Système', 'System') })),
  first[5] as Observation,
]);
const third = numbered([first[5] as Observation, ...second.slice(0, 200), ...first.slice(390)]);

let api: NationalApi;
let releases: PublishedRelease[];

beforeAll(async () => {
  api = await NationalApi.start(['releases:read'], async (dataSource) => {
    const publisher = new GeneratedReleases(dataSource);
    releases = [];
    for (const rows of [first, second, third]) releases.push(await publisher.publish(rows));
  });
});

afterAll(() => api.stop());

const release = (number: number): PublishedRelease => releases[number - 1] as PublishedRelease;

async function changes(number: number, query: string): Promise<readonly Change[]> {
  const headers = await api.authorised();
  const all: Change[] = [];
  let url: string | undefined = `/v1/releases/${release(number).id}/changes?limit=7${query}`;
  while (url !== undefined) {
    const response: Awaited<ReturnType<typeof api.app.inject>> = await api.app.inject({ url, headers });
    all.push(...response.json<ChangePage>().changes);
    url = /<([^>]+)>/.exec(String(response.headers['link'] ?? ''))?.[1];
  }
  return all;
}

async function lines(number: number): Promise<string[]> {
  const url = `/v1/releases/${release(number).id}/files/observations.ndjson`;
  const { body } = await api.app.inject({ url, headers: await api.authorised() });
  return body.trimEnd().split('\n');
}

/** Requests that go to the API of this test. */
const injected: typeof fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const headers = Object.fromEntries(new Headers(init?.headers));
  const { statusCode, body } = await api.app.inject({ url: url.pathname + url.search, headers });
  return new Response(body, { status: statusCode });
};

describe('changes between releases', () => {
  it.each([
    [1, 2, ''],
    [2, 3, ''],
    [1, 3, 'since'],
    [2, 2, 'since'],
  ])('applied to release %p give release %p, hash for hash', async (from, to, by) => {
    const steps = await changes(to, by === 'since' ? `&since=${release(from).id}` : '');
    expect(contentHash(applyChanges(await lines(from), steps))).toBe(release(to).contentSha256);
  });

  it('are what the typed client pulls after it has pulled a release whole', async () => {
    const { authorization = '' } = await api.authorised();
    const client = new ReleaseClient({
      url: 'http://national.test',
      token: () => Promise.resolve(authorization.replace('Bearer ', '')),
      fetch: injected,
    });
    const [newest, , oldest] = await client.releases();
    if (newest === undefined || oldest === undefined) throw new Error('There are three releases.');
    const updated = await client.update(await client.pull(oldest), newest);
    expect(updated).toEqual(await client.pull(newest));
    await expect(client.update(updated, oldest)).rejects.toMatchObject({ status: 422 });
  });

  it('say why', async () => {
    const steps = await changes(2, '');
    const reasons = new Set(steps.map(({ operation, reason }) => `${operation} ${reason}`));
    expect([...reasons].sort()).toEqual([
      'insert added',
      'insert moved',
      'update relabelled',
      'update value-revised',
      'withdraw moved',
      'withdraw withdrawn',
    ]);
  });

  it('are few where little changed', async () => {
    const { changes: counts } = await api.app
      .inject({ url: `/v1/releases/${release(2).id}/files/manifest.json`, headers: await api.authorised() })
      .then((response) => response.json<{ changes: Record<string, number> }>());
    expect(counts).toMatchObject({ sinceNumber: 1, inserted: 1, moved: 1, withdrawn: 29 });
  });

  it('of the first release are none', async () => {
    const url = `/v1/releases/${release(1).id}/changes`;
    const response = await api.app.inject({ url, headers: await api.authorised() });
    expect(response.json()).toMatchObject({ since: null, changes: [], next: null });
  });

  it('are not told backwards, nor by a cursor of another pair', async () => {
    const headers = await api.authorised();
    const ask = (number: number, query: string) =>
      api.app.inject({ url: `/v1/releases/${release(number).id}/changes?${query}`, headers });
    expect((await ask(1, `since=${release(3).id}`)).statusCode).toBe(422);
    const { next } = (await ask(2, 'limit=2')).json<ChangePage>();
    expect((await ask(3, `limit=2&cursor=${next}`)).statusCode).toBe(422);
  });
});
