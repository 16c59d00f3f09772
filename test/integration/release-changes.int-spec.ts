import { createHash } from 'node:crypto';
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

/** What a client does with the rows that it holds, as the documentation says. */
function applied(held: readonly string[], steps: readonly Change[]): string {
  const of = (operation: Change['operation']) =>
    steps
      .filter((step) => step.operation === operation)
      .sort((left, right) => left.position - right.position);
  const gone = new Set(of('withdraw').map(({ position }) => position));
  const rows = held.filter((_, index) => !gone.has(index + 1));
  for (const { position, observation } of of('insert')) rows.splice(position - 1, 0, sorted(observation));
  for (const { position, observation } of of('update')) rows[position - 1] = sorted(observation);
  return rows.map((row) => `${row}\n`).join('');
}

/** JSON with its keys in order, as the file has it. */
const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );

describe('changes between releases', () => {
  it.each([
    [1, 2, ''],
    [2, 3, ''],
    [1, 3, 'since'],
    [2, 2, 'since'],
  ])('applied to release %p give release %p, hash for hash', async (from, to, by) => {
    const steps = await changes(to, by === 'since' ? `&since=${release(from).id}` : '');
    const result = applied(await lines(from), steps);
    expect(createHash('sha256').update(result).digest('hex')).toBe(release(to).contentSha256);
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
