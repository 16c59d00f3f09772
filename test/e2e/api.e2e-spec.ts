import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { createPerson, grantRole } from '#access';
import type { RunningServices } from '#platform';
import type { Overview } from '#projections';
import { ApiProcess } from '../support/api-process';
import { startTestServices } from '../support/private-services';
import { until, workerEnvironment } from '../support/projection-worker.fixture';
import { openProjectionFixture, type ProjectionFixture } from '../support/projection.fixture';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { createTestRedis, type TestRedis } from '../support/test-redis';
import { WorkerProcess } from '../support/worker-process';

const CREDENTIALS = { email: 'planner@example.org', password: 'correct horse battery staple' };

/** The headers that a signed-in browser sends: its cookie and its CSRF token. */
type SignedIn = Readonly<Record<string, string>>;

describe('the API as a process', () => {
  let services: RunningServices | undefined;
  let database: TestDatabase;
  let redis: TestRedis;
  let fixture: ProjectionFixture;
  let worker: WorkerProcess;
  let api: ApiProcess;

  beforeAll(async () => {
    if (process.env['TEST_DATABASE_URL'] === undefined || process.env['TEST_REDIS_URL'] === undefined) {
      services = await startTestServices();
      process.env['TEST_DATABASE_URL'] = services.databaseUrl;
      process.env['TEST_REDIS_URL'] = services.redisUrl;
    }
    database = await createTestDatabase();
    redis = createTestRedis();
    fixture = await openProjectionFixture(database.dataSource);
    const { manager } = database.dataSource;
    const person = { ...CREDENTIALS, name: 'Priya Planner', actor: 'test' };
    const { id: personId } = await createPerson(manager, person);
    const organisationId = fixture.organisation('QWO', 'system');
    const grant = { personId, role: 'system-planner', organisationId, actor: 'test' } as const;
    await grantRole(manager, { ...grant, validFrom: '2020-04-01' });
    worker = await WorkerProcess.start(workerEnvironment(database, redis));
  });

  beforeEach(async () => {
    api = await ApiProcess.start(workerEnvironment(database, redis));
  });

  afterEach(() => api.terminate());

  afterAll(async () => {
    await worker.terminate();
    await redis.close();
    await database.close();
    await services?.stop();
  });

  const signIn = async (): Promise<SignedIn> => {
    const answer = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(CREDENTIALS),
    });
    const { csrfToken } = (await answer.json()) as { csrfToken: string };
    const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
    return { cookie, 'x-csrf-token': csrfToken };
  };

  const unit = (code: string): string =>
    `scenarioId=${fixture.planId}&organisationId=${fixture.organisation(code)}`;

  const overview = async (headers: SignedIn, code: string): Promise<Overview> =>
    (await (
      await fetch(`${api.url}/api/projections/overview?${unit(code)}`, { headers })
    ).json()) as Overview;

  const untilFresh = (headers: SignedIn, code: string): Promise<void> =>
    until(`a fresh projection of ${code}`, async () => {
      const { result, freshness } = await overview(headers, code);
      return result !== null && freshness.state === 'up-to-date';
    });

  it('shows what the worker published, as its description says', async () => {
    const headers = await signIn();
    await untilFresh(headers, 'QWO');
    const description = (await (await fetch(`${api.url}/api/openapi.json`)).json()) as {
      paths: Record<string, { get: { responses: { 200: { content: Record<string, { schema: object }> } } } }>;
    };
    const schema =
      description.paths['/api/projections/overview']?.get.responses[200].content['application/json']?.schema;
    const ajv = addFormats(new Ajv2020({ strictRequired: false, allowUnionTypes: true }));
    const validate = ajv.compile(schema ?? false);
    for (const code of ['QWO', 'RR8']) {
      validate(await overview(headers, code));
      expect(validate.errors ?? []).toEqual([]);
    }
  });

  it('saves an edit, tells of the recalculation, and shows its effect', async () => {
    const headers = await signIn();
    await untilFresh(headers, 'RR8');
    const before = await overview(headers, 'RR8');
    const leaving = new AbortController();
    const events = await fetch(`${api.url}/api/projections/events?scenarioId=${fixture.planId}`, {
      headers,
      signal: leaving.signal,
    });

    const saved = await fetch(`${api.url}/api/assumptions`, {
      method: 'PATCH',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({
        scenarioId: fixture.planId,
        organisationId: fixture.organisation('RR8'),
        reason: 'A retention programme',
        edits: [
          {
            parameter: 'retention.leaver-rate',
            staffGroup: 'nurses-and-health-visitors',
            year: 2026,
            operation: 'set',
            value: 0.02,
            baseVersion: 0,
          },
        ],
      }),
    });
    expect(saved.status).toBe(200);

    const news = `"organisationId":"${fixture.organisation('RR8')}","state":"up-to-date"`;
    await readUntil(events, (text) => text.includes(news));
    leaving.abort();
    await until(
      'another result',
      async () => (await overview(headers, 'RR8')).result?.id !== before.result?.id,
    );
    const after = await overview(headers, 'RR8');
    expect(staffAtEnd(after)).toBeGreaterThan(staffAtEnd(before));
  });

  it('ends in order when it is told to, with a browser following', async () => {
    await follow(await signIn());

    expect(await api.terminate()).toBe(0);
  });

  it('ends in order when its parent is gone, with a browser following', async () => {
    await follow(await signIn());

    expect(await api.orphan()).toBe(0);
  });

  async function follow(headers: SignedIn): Promise<void> {
    const stream = await fetch(`${api.url}/api/projections/events?scenarioId=${fixture.planId}`, { headers });
    expect(stream.status).toBe(200);
    await readUntil(stream, (text) => text.includes('event: unit'));
  }
});

const staffAtEnd = ({ staffGroups }: Overview): number =>
  staffGroups.find(({ code }) => code === 'all-staff')?.lines.staffInPost.at(-1) ?? Number.NaN;

async function readUntil(response: Response, isEnough: (text: string) => boolean): Promise<void> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  while (reader !== undefined && !isEnough(text)) {
    const part: { done: boolean; value?: Uint8Array } = await reader.read();
    if (part.done) throw new Error(`The stream ended: ${text}`);
    text += decoder.decode(part.value, { stream: true });
  }
  reader?.releaseLock();
}
